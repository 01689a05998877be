package org.symbolon.command.auth;

import java.util.ArrayList;
import java.util.List;
import org.symbolon.command.auth.port.CachedLogins;
import org.symbolon.command.auth.port.CachedLogins.Entry;
import org.symbolon.command.secret.PinVerifier;
import org.symbolon.command.secret.port.SecretErasedException;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.events.auth.CacheTerms;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;

/**
 * Finds out whether somebody has logged in with the same before. It hashes, so it is asked before any lock is taken; the
 * command that uses what it finds looks at the entry again.
 */
public class LoginCache {

    private static final String ARGON2 = "$argon2";

    private final CachedLogins logins;
    private final SecretVault vault;
    private final PinVerifier verifier;

    public LoginCache(CachedLogins logins, SecretVault vault, PinVerifier verifier) {
        this.logins = logins;
        this.vault = vault;
        this.verifier = verifier;
    }

    /** The hash to keep of what was typed. */
    String hash(Secret typed) {
        return verifier.hash(typed).text();
    }

    /** The log-in that lets somebody in; where there is none, those that are to be forgotten. */
    Findings search(LoginSubject.User user, LoginAttempt attempt) {
        CacheTerms terms = attempt.terms().layers().cache();
        List<Long> outdated = new ArrayList<>();
        for (Entry entry :
                logins.of(user.login(), user.owner().realm(), user.owner().resolver())) {
            boolean same = isSame(entry, attempt.typed());
            if (same && admits(terms, entry)) {
                return Findings.NONE.cached(entry.id());
            }
            if (same || isOver(terms, entry) || !hashOf(entry).startsWith(ARGON2)) {
                outdated.add(entry.id());
            }
        }
        return Findings.NONE.outdated(outdated);
    }

    static boolean admits(CacheTerms terms, Entry entry) {
        boolean recent = terms.lastUsedAfter() == null || entry.lastUsed().isAfter(terms.lastUsedAfter());
        return !isOver(terms, entry) && recent;
    }

    /** Whether it can let nobody in any more, however soon it is used again. */
    private static boolean isOver(CacheTerms terms, Entry entry) {
        boolean usedUp = terms.mostUses() > 0 && entry.uses() >= terms.mostUses();
        return usedUp || !entry.firstUsed().isAfter(terms.firstUsedAfter());
    }

    private boolean isSame(Entry entry, Secret typed) {
        String hash = hashOf(entry);
        return hash.startsWith(ARGON2) && verifier.matches(Pin.ofText(hash), typed);
    }

    /** Empty if it has been erased meanwhile. */
    private String hashOf(Entry entry) {
        try {
            return vault.unseal(entry.password()).reveal();
        } catch (SecretErasedException forgotten) {
            return "";
        }
    }
}
