package org.symbolon.connectors.ldap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.symbolon.command.resolver.port.StoredUser;
import org.symbolon.command.resolver.port.UserPage;
import org.symbolon.command.resolver.port.UserSearch;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.events.shared.Secret;

/**
 * The users of a directory. Whom it found it remembers for a while, passwords and unknown names never: each password is tried at the
 * directory, and who is new there is known at once.
 */
class LdapStore implements UserStore {

    private static final int MOST_LOGINS = 100_000;
    private static final int MOST_USERS = 10_000;
    private static final int IDS_IN_ONE_QUESTION = 50;
    private static final String EXPIRES = "accountExpires";

    private final LdapDirectory directory;
    private final LdapUserSettings settings;
    private final Clock clock;
    private final Cache<String, StoredUser> byLogin;
    private final Cache<String, LdapUser> byId;
    private volatile boolean closed;

    LdapStore(LdapDirectory directory, LdapUserSettings settings, Clock clock) {
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
        this.byLogin = Caffeine.newBuilder()
                .maximumSize(MOST_LOGINS)
                .expireAfterWrite(settings.cacheTimeout())
                .build();
        this.byId = Caffeine.newBuilder()
                .maximumSize(MOST_USERS)
                .expireAfterWrite(settings.cacheTimeout())
                .build();
    }

    final LdapDirectory directory() {
        return directory;
    }

    final LdapUserSettings settings() {
        return settings;
    }

    @Override
    public Optional<StoredUser> withLogin(String login) {
        requireOpen();
        StoredUser known = byLogin.getIfPresent(login);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<LdapUser> found = asked(login);
        found.ifPresent(user -> {
            byLogin.put(login, user.stored());
            if (settings.groups().isEmpty()) {
                remember(user);
            }
        });
        return found.map(LdapUser::stored);
    }

    /** Two users of one name are an error, for nobody could say which of them is meant. */
    private Optional<LdapUser> asked(String login) {
        List<Filter> names = settings.logins().stream()
                .flatMap(attribute -> LdapText.equality(attribute, login).stream())
                .toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        List<LdapUser> found = found(among(Filter.createORFilter(names)), 2);
        if (found.size() > 1) {
            throw new UserStoreUnavailableException(
                    "The directory at " + directory + " has several users with one and the same login", null);
        }
        return found.stream().findFirst();
    }

    @Override
    public Map<String, Map<String, String>> attributesOf(Collection<String> userIds) {
        Map<String, Map<String, String>> attributes = new HashMap<>();
        withIds(userIds).forEach((id, user) -> attributes.put(id, Map.copyOf(user.attributes())));
        return attributes;
    }

    final Optional<LdapUser> withId(String userId) {
        return Optional.ofNullable(withIds(List.of(userId)).get(userId));
    }

    private Map<String, LdapUser> withIds(Collection<String> userIds) {
        requireOpen();
        Map<String, LdapUser> known = new HashMap<>(byId.getAllPresent(userIds));
        List<String> others =
                userIds.stream().distinct().filter(id -> !known.containsKey(id)).toList();
        for (int begin = 0; begin < others.size(); begin += IDS_IN_ONE_QUESTION) {
            List<String> some = others.subList(begin, Math.min(others.size(), begin + IDS_IN_ONE_QUESTION));
            for (LdapUser user : settings.idIsDn() ? withDns(some) : withValues(some)) {
                if (some.contains(user.stored().userId())) {
                    LdapUser whole = withGroups(user);
                    remember(whole);
                    known.put(user.stored().userId(), whole);
                }
            }
        }
        return known;
    }

    private LdapUser withGroups(LdapUser user) {
        return settings.groups()
                .map(groups -> user.with(groups.shownAs(), groups.of(user.attributes(), directory)))
                .orElse(user);
    }

    private List<LdapUser> withValues(List<String> ids) {
        List<Filter> any = ids.stream()
                .flatMap(id -> LdapText.equality(settings.idAttribute(), id).stream())
                .toList();
        return any.isEmpty() ? List.of() : found(among(Filter.createORFilter(any)), ids.size());
    }

    private List<LdapUser> withDns(List<String> ids) {
        List<LdapUser> found = new ArrayList<>();
        for (String id : ids) {
            if (isBelowBase(id)) {
                found.addAll(found(new LdapSearch(id, SearchScope.BASE, settings.filter(), settings.requested()), 1));
            }
        }
        return found;
    }

    private boolean isBelowBase(String dn) {
        try {
            return !dn.isEmpty() && new DN(dn).isDescendantOf(settings.base(), true);
        } catch (LDAPException malformed) {
            return false;
        }
    }

    /** A cursor says how many users the pages before had. */
    @Override
    public UserPage search(UserSearch search) {
        requireOpen();
        Optional<Filter> wanted = wanted(search.criteria());
        if (wanted.isEmpty()) {
            return new UserPage(List.of(), Optional.empty());
        }
        int begin = search.cursor().map(Integer::parseInt).orElse(0);
        int end = begin + search.size();
        List<LdapUser> found = found(among(wanted.get()), Math.min(end + 1, settings.sizeLimit()));
        List<LdapUser> page = found.subList(Math.min(begin, found.size()), Math.min(end, found.size()));
        Map<String, Map<String, List<String>>> several = new HashMap<>();
        page.forEach(user -> several.put(user.stored().userId(), user.several()));
        return new UserPage(
                page.stream().map(LdapUser::attributes).toList(),
                found.size() > end ? Optional.of("" + end) : Optional.empty(),
                several);
    }

    /** Empty if nobody can fit, such as where a criterion names what the mapping has not. */
    private Optional<Filter> wanted(Map<String, String> criteria) {
        List<Filter> all = new ArrayList<>();
        for (Map.Entry<String, String> criterion : new TreeMap<>(criteria).entrySet()) {
            Optional<Filter> one = wanted(criterion.getKey(), criterion.getValue());
            if (one.isEmpty()) {
                return one;
            }
            all.add(one.get());
        }
        return Optional.of(Filter.createANDFilter(all));
    }

    private Optional<Filter> wanted(String name, String pattern) {
        if (name.equals(EXPIRES)) {
            return Optional.of(pattern.equals("1") ? expired() : Filter.createNOTFilter(expired()));
        }
        return attributeOf(name).flatMap(attribute -> LdapText.like(attribute, pattern));
    }

    private Optional<String> attributeOf(String name) {
        return switch (name) {
            case LdapUserSettings.USERNAME -> Optional.of(settings.logins().get(0));
            case LdapUserSettings.USER_ID -> settings.idIsDn() ? Optional.empty() : Optional.of(settings.idAttribute());
            default -> Optional.ofNullable(settings.mapping().get(name));
        };
    }

    /** Active Directory's accounts whose end has passed; 0 stands for none. */
    private Filter expired() {
        return Filter.createANDFilter(
                Filter.createLessOrEqualFilter(EXPIRES, "" + WindowsTime.of(clock.instant())),
                Filter.createNOTFilter(Filter.createEqualityFilter(EXPIRES, "0")));
    }

    private LdapSearch among(Filter condition) {
        return new LdapSearch(
                settings.base().toString(),
                settings.scope(),
                Filter.createANDFilter(settings.filter(), condition),
                settings.requested());
    }

    private List<LdapUser> found(LdapSearch search, int most) {
        return directory.find(search, most).stream()
                .flatMap(entry -> LdapUser.of(entry, settings).stream())
                .toList();
    }

    @Override
    public boolean passwordMatches(String userId, Secret password) {
        return withId(userId)
                .filter(user -> directory.letsIn(user.dn(), password))
                .isPresent();
    }

    private void remember(LdapUser user) {
        byId.put(user.stored().userId(), user);
    }

    final void forget(String userId) {
        byId.invalidate(userId);
        byLogin.asMap().values().removeIf(user -> user.userId().equals(userId));
    }

    final void requireOpen() {
        if (closed) {
            throw new UserStoreUnavailableException("The store of the directory at " + directory + " is closed", null);
        }
    }

    @Override
    public void close() {
        closed = true;
        directory.close();
    }

    @Override
    public String toString() {
        return "LdapStore[" + directory + "]";
    }
}
