package org.symbolon.command.auth;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.symbolon.command.auth.port.CachedLogins;
import org.symbolon.command.auth.port.CachedLogins.Entry;
import org.symbolon.command.secret.KeyedDigest;
import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.SealBrokenException;
import org.symbolon.command.secret.port.SecretErasedException;
import org.symbolon.command.secret.port.SecretPurpose;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Sha256;
import org.symbolon.events.auth.CacheTerms;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;

/**
 * Finds out whether somebody has logged in with the same before, by a digest under a key that is in no database. The command that
 * uses what it finds looks at the entry again.
 */
public class LoginCache {

    private static final String OF_A_LOGIN = "cached log-in";
    private static final String MARK = "hmac-sha256:";

    private final CachedLogins logins;
    private final SecretVault vault;
    private final KeyedDigest digests;

    public LoginCache(CachedLogins logins, SecretVault vault, KeyedDigest digests) {
        this.logins = logins;
        this.vault = vault;
        this.digests = digests;
    }

    /** What to keep of what a user typed. */
    String digest(LoginSubject.User user, Secret typed) {
        byte[] digest = digests.of(
                OF_A_LOGIN,
                Secret.of(user.login()).utf8(),
                Secret.of(user.owner().realm()).utf8(),
                Secret.of(user.owner().resolver()).utf8(),
                typed.utf8());
        return MARK + HexFormat.of().formatHex(digest);
    }

    /** The log-in that lets somebody in; where there is none, those that are to be forgotten. */
    Findings search(LoginSubject.User user, LoginAttempt attempt) {
        CacheTerms terms = attempt.terms().layers().cache();
        List<Long> outdated = new ArrayList<>();
        Secret digest = Secret.of(digest(user, attempt.typed()));
        for (Entry entry : logins.of(user.login(), user.owner())) {
            Secret kept = kept(user, entry);
            boolean same = kept.equals(digest);
            if (same && admits(terms, entry)) {
                return Findings.NONE.cached(entry.id());
            }
            if (same || isOver(terms, entry) || !kept.reveal().startsWith(MARK)) {
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

    /** Empty if it has been erased meanwhile, or is not his: then nobody is let in by it, and it goes. */
    private Secret kept(LoginSubject.User user, Entry entry) {
        try {
            return vault.unseal(binding(user), entry.password());
        } catch (SecretErasedException | SealBrokenException useless) {
            return Secret.EMPTY;
        }
    }

    /**
     * What the log-ins of a user are sealed for. They have no aggregate, so that a digest of whose they are stands in its place: names
     * of realms and resolvers hold no line break, and how long the log-in is tells where the user's id begins.
     */
    static Binding binding(LoginSubject.User user) {
        TokenOwner owner = user.owner();
        String login = user.login();
        String whose = String.join(
                "\n", owner.realm(), owner.resolver(), Integer.toString(login.length()), login, owner.userId());
        return Binding.of("cachedlogin/" + Sha256.hexOf(whose), SecretPurpose.CACHED_LOGIN);
    }
}
