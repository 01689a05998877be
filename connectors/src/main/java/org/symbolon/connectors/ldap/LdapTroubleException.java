package org.symbolon.connectors.ldap;

/**
 * A directory's server gave no answer, or one that nothing can be done with. The message names the server and the trouble in
 * our words, and nothing that the server said; so it has no cause either.
 */
final class LdapTroubleException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean wasAsked;

    LdapTroubleException(LdapAddress server, String trouble, boolean wasAsked) {
        super("The directory server " + server + " " + trouble);
        this.wasAsked = wasAsked;
    }

    LdapTroubleException(String message) {
        super(message);
        this.wasAsked = false;
    }

    /** Whether the server may have done what it was asked for. */
    boolean wasAsked() {
        return wasAsked;
    }
}
