package org.symbolon.query.token;

import org.symbolon.events.shared.TokenOwner;

/** Which tokens does the user have in this realm? Nothing that has been answered for is missing. */
public record SerialsOfOwner(TokenOwner owner) {}
