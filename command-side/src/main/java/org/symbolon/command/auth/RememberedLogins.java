package org.symbolon.command.auth;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.symbolon.command.auth.Decision.Ground;
import org.symbolon.command.auth.port.CachedLogins;
import org.symbolon.command.auth.port.CachedLogins.Entry;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.token.port.OwnersLogins;
import org.symbolon.events.auth.CachedLoginUsed;
import org.symbolon.events.auth.CachedLoginsForgotten;
import org.symbolon.events.auth.LoginCached;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;

/** Keeps log-ins that are to be accepted again, uses and forgets them. None outlives what its owner's tokens were. */
public class RememberedLogins implements OwnersLogins {

    private static final int LONGEST_USERNAME = 64;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_ID = 320;
    private static final int MOST_AT_ONCE = 1000;

    private final CachedLogins logins;
    private final SecretVault vault;
    private final EventBus events;
    private final Clock clock;

    public RememberedLogins(CachedLogins logins, SecretVault vault, EventBus events, Clock clock) {
        this.logins = logins;
        this.vault = vault;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Lets somebody in because of a log-in that was found; empty if none was.
     *
     * @throws StaleEvidenceException if it lets nobody in any more
     */
    Optional<Decision> use(LogIn login) {
        Long entry = login.findings().cached();
        if (entry == null) {
            return Optional.empty();
        }
        List<Entry> locked = logins.lock(List.of(entry));
        if (locked.isEmpty() || !LoginCache.admits(login.terms().layers().cache(), locked.get(0))) {
            throw StaleEvidenceException.ofCachedLogin();
        }
        publish(new CachedLoginUsed(entry));
        return Optional.of(Decision.accepting("Authenticated by AuthCache.", Ground.CACHED_LOGIN));
    }

    /**
     * Keeps a log-in that had success by itself, and forgets those that let nobody in any more. Names that no column takes are
     * not kept, and then the log-in is just not accepted again.
     */
    void keep(LogIn login, Decision decision) {
        List<Long> outdated = login.findings().outdated();
        if (!outdated.isEmpty()) {
            forget(logins.lock(outdated));
        }
        String digest = login.findings().cacheDigest();
        boolean worth = decision.letsIn() && decision.ground() != Ground.CLAIM;
        if (digest == null || !worth || !(login.subject() instanceof LoginSubject.User user)) {
            return;
        }
        String realm = user.owner().realm();
        String resolver = user.owner().resolver();
        if (isLonger(user.login(), LONGEST_USERNAME)
                || isLonger(realm, LONGEST_NAME)
                || isLonger(resolver, LONGEST_NAME)
                || isLonger(user.owner().userId(), LONGEST_ID)) {
            return;
        }
        Sealed kept = vault.seal(vault.newKey(), LoginCache.binding(user), Secret.of(digest));
        publish(new LoginCached(user.login(), realm, resolver, user.owner().userId(), kept));
    }

    /** Forgets all of them, whatever his name was: with one of his tokens something has happened. */
    @Override
    public void end(TokenOwner owner) {
        forget(logins.lockAllOf(owner));
    }

    private static boolean isLonger(String name, int most) {
        return name.codePointCount(0, name.length()) > most;
    }

    /** How many were forgotten, of which there may be more. */
    @CommandHandler
    public int handle(ForgetUnusedLogins command) {
        Duration unused = Duration.ofMinutes(command.minutes());
        return forget(logins.lockUnusedSince(clock.instant().minus(unused), MOST_AT_ONCE));
    }

    private int forget(List<Entry> locked) {
        if (locked.isEmpty()) {
            return 0;
        }
        locked.forEach(entry -> vault.forget(entry.password().key()));
        publish(new CachedLoginsForgotten(locked.stream().map(Entry::id).toList()));
        return locked.size();
    }

    private void publish(Object fact) {
        events.publish(GenericEventMessage.asEventMessage(fact));
    }
}
