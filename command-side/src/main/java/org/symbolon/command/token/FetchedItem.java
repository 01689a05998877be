package org.symbolon.command.token;

import org.symbolon.command.machine.application.AuthItem;
import org.symbolon.events.shared.TokenOwner;

/**
 * What a machine gets for one token.
 *
 * @param owner whom the token belongs to, null for nobody
 */
public record FetchedItem(FetchAuthItems.Use use, AuthItem item, TokenOwner owner) {}
