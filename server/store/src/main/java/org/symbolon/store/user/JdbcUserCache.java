package org.symbolon.store.user;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.resolver.port.StoredUser;
import org.symbolon.command.user.port.UserCache;

/**
 * Whom resolvers knew a while ago, in a table that all nodes share, so that a user store far away need not be asked at each
 * log-in. It is off unless a setting says for how many seconds it is believed; another one says for how many seconds it is when
 * the user store cannot be asked. Only what is complete is kept: whom nobody knows is asked for each time.
 */
@Component
public class JdbcUserCache implements UserCache {

    private static final String LIFETIME = "UserCacheExpiration";
    private static final String OUTAGE = "UserCacheOutage";
    private static final int LOGIN = 64;
    private static final int RESOLVER = 120;
    private static final int USER_ID = 320;

    private final JdbcOperations jdbc;
    private final SystemSettings settings;
    private final Clock clock;

    public JdbcUserCache(JdbcOperations jdbc, SystemSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean isOn() {
        return lifetime() > 0;
    }

    private int lifetime() {
        return settings.number(LIFETIME, 0);
    }

    /** For how long users are believed in while their store is away; never less than otherwise. */
    private int outage() {
        return Math.max(settings.number(OUTAGE, 0), lifetime());
    }

    @Override
    public Optional<StoredUser> withLogin(String resolver, String login) {
        return withLogin(resolver, login, oldest(lifetime()));
    }

    @Override
    public Optional<StoredUser> lastWithLogin(String resolver, String login) {
        return withLogin(resolver, login, oldest(outage()));
    }

    private Optional<StoredUser> withLogin(String resolver, String login, LocalDateTime oldest) {
        return jdbc
                .query(
                        """
                        select username, user_id from usercache
                        where used_login = ? and resolver = ? and timestamp >= ? order by timestamp desc, id desc limit 1
                        """,
                        (row, index) -> new StoredUser(row.getString("username"), row.getString("user_id")),
                        login,
                        resolver,
                        oldest)
                .stream()
                .findFirst();
    }

    @Override
    public Map<String, StoredUser> withIds(String resolver, Collection<String> userIds) {
        return withIds(resolver, userIds, oldest(lifetime()));
    }

    @Override
    public Map<String, StoredUser> lastWithIds(String resolver, Collection<String> userIds) {
        return withIds(resolver, userIds, oldest(outage()));
    }

    private Map<String, StoredUser> withIds(String resolver, Collection<String> userIds, LocalDateTime oldest) {
        return jdbc
                .query(
                        """
                        select distinct on (user_id) user_id, username from usercache
                        where user_id = any(?) and resolver = ? and timestamp >= ?
                        order by user_id, timestamp desc, id desc
                        """,
                        (row, index) -> new StoredUser(row.getString("username"), row.getString("user_id")),
                        userIds.toArray(String[]::new),
                        resolver,
                        oldest)
                .stream()
                .collect(Collectors.toMap(StoredUser::userId, Function.identity()));
    }

    /** With each one that is kept go all that are too old. */
    @Override
    public void keep(String resolver, Map<String, StoredUser> byLogin) {
        Map<String, StoredUser> kept = new TreeMap<>(byLogin);
        kept.entrySet().removeIf(entry -> !fits(resolver, entry.getKey(), entry.getValue()));
        if (kept.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                delete from usercache where id in (select id from usercache
                    where timestamp < ? or (used_login = any(?) and resolver = ?) for update skip locked)
                """,
                oldest(outage()),
                kept.keySet().toArray(String[]::new),
                resolver);
        LocalDateTime now = now();
        jdbc.batchUpdate(
                "insert into usercache (username, used_login, resolver, user_id, timestamp) values (?, ?, ?, ?, ?)",
                kept.entrySet().stream()
                        .map(entry -> new Object[] {
                            entry.getValue().login(),
                            entry.getKey(),
                            resolver,
                            entry.getValue().userId(),
                            now
                        })
                        .toList());
    }

    private static boolean fits(String resolver, String login, StoredUser user) {
        return fits(login, LOGIN)
                && fits(user.login(), LOGIN)
                && fits(resolver, RESOLVER)
                && fits(user.userId(), USER_ID);
    }

    private static boolean fits(String text, int most) {
        return !text.isEmpty() && text.codePointCount(0, text.length()) <= most;
    }

    void forget(String resolver) {
        jdbc.update("delete from usercache where resolver = ?", resolver);
    }

    @Override
    public void forget(String resolver, String login) {
        if (isOn()) {
            jdbc.update(
                    "delete from usercache where (used_login = ? or username = ?) and resolver = ?",
                    login,
                    login,
                    resolver);
        }
    }

    private LocalDateTime oldest(int seconds) {
        return now().minusSeconds(seconds);
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
