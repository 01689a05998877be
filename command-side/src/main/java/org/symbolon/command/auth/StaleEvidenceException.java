package org.symbolon.command.auth;

import org.symbolon.command.error.OutdatedException;

/** The evidence was gathered from a state that is no longer the token's: gather it again and decide again. */
public class StaleEvidenceException extends OutdatedException {

    private static final long serialVersionUID = 1L;

    public StaleEvidenceException(String serial) {
        this("token " + serial, "has changed meanwhile");
    }

    private StaleEvidenceException(String what, String happened) {
        super("The " + what + " " + happened);
    }

    /** Memory did not lead to an acceptance: only what is looked up may lead to a refusal. */
    static StaleEvidenceException ofUser() {
        return new StaleEvidenceException("user", "may have other tokens than those that were remembered");
    }

    /** Its token was deleted meanwhile. */
    static StaleEvidenceException ofErasedSecret() {
        return new StaleEvidenceException("secret of a token", "was deleted meanwhile");
    }

    /** Somebody else has used the cached log-in up. */
    public static StaleEvidenceException ofCachedLogin() {
        return new StaleEvidenceException("cached log-in", "lets nobody in any more");
    }
}
