package org.symbolon.command.auth;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.symbolon.command.auth.port.CachedLogins;
import org.symbolon.command.auth.port.CachedLogins.Entry;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.events.auth.CachedLoginUsed;
import org.symbolon.events.auth.CachedLoginsForgotten;
import org.symbolon.events.auth.LoginCached;

/** Keeps log-ins that are to be accepted again, uses and forgets them. */
public class LoginCacheCommands {

    private static final int LONGEST_USERNAME = 64;
    private static final int LONGEST_NAME = 120;
    private static final int MOST_AT_ONCE = 1000;

    private final CachedLogins logins;
    private final SecretVault vault;
    private final EventBus events;
    private final Clock clock;

    public LoginCacheCommands(CachedLogins logins, SecretVault vault, EventBus events, Clock clock) {
        this.logins = logins;
        this.vault = vault;
        this.events = events;
        this.clock = clock;
    }

    /** Whether it is kept; names that no column takes are not, and then the log-in is just not accepted again. */
    @CommandHandler
    public boolean handle(CacheLogin command) {
        if (isLonger(command.username(), LONGEST_USERNAME)
                || isLonger(command.realm(), LONGEST_NAME)
                || isLonger(command.resolver(), LONGEST_NAME)) {
            return false;
        }
        publish(new LoginCached(
                command.username(),
                command.realm(),
                command.resolver(),
                vault.seal(vault.newKey(), Secret.of(command.passwordHash()))));
        return true;
    }

    private static boolean isLonger(String name, int most) {
        return name.codePointCount(0, name.length()) > most;
    }

    /** Whether it lets somebody in; false if that has changed since it was found. */
    @CommandHandler
    public boolean handle(UseCachedLogin command) {
        List<Entry> locked = logins.lock(List.of(command.entry()));
        if (locked.isEmpty() || !command.terms().admit(locked.get(0))) {
            return false;
        }
        publish(new CachedLoginUsed(command.entry()));
        return true;
    }

    /** How many were forgotten. */
    @CommandHandler
    public int handle(ForgetCachedLogins command) {
        return command.entries().isEmpty() ? 0 : forget(logins.lock(command.entries()));
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
