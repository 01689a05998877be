package org.symbolon.command.token;

import org.symbolon.command.tokentype.TokenView;
import org.symbolon.events.shared.Sealed;

/**
 * A token as it is searched: its seed is still sealed.
 *
 * @param number a number by which tokens have an order
 */
public record SearchedToken(int number, String serial, String type, Sealed seed, TokenView view) {}
