package org.symbolon.command.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.symbolon.command.auth.port.CachedLogins;
import org.symbolon.command.auth.port.CachedLogins.Entry;
import org.symbolon.command.secret.PinVerifier;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.secret.port.SecretErasedException;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.events.shared.Pin;

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

    /**
     * What was found.
     *
     * @param entry the log-in that lets somebody in, empty if there is none
     * @param outdated those that then are to be forgotten
     */
    public record Found(OptionalLong entry, List<Long> outdated) {}

    /** The hash to keep of what was typed. */
    public String hash(Secret typed) {
        return verifier.hash(typed).text();
    }

    public Found search(String username, String realm, String resolver, Secret typed, CacheTerms terms) {
        List<Long> outdated = new ArrayList<>();
        for (Entry entry : logins.of(username, realm, resolver)) {
            boolean same = isSame(entry, typed);
            if (same && terms.admit(entry)) {
                return new Found(OptionalLong.of(entry.id()), List.of());
            }
            if (same || terms.isOver(entry) || !hashOf(entry).startsWith(ARGON2)) {
                outdated.add(entry.id());
            }
        }
        return new Found(OptionalLong.empty(), outdated);
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
