package org.symbolon.command.tokentype;

/** A type by whose tokens an SSH server knows their holders. */
public interface AuthorizedKey {

    /** The line by which it does. */
    String authorizedKey(TokenView token);
}
