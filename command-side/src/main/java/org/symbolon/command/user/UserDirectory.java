package org.symbolon.command.user;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.resolver.port.EditableUserStore;
import org.symbolon.command.resolver.port.StoredUser;
import org.symbolon.command.resolver.port.UserPage;
import org.symbolon.command.resolver.port.UserSearch;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.command.user.port.RealmRegistry;
import org.symbolon.command.user.port.UserCache;
import org.symbolon.command.user.port.UserRealm;
import org.symbolon.command.user.port.UserResolver;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.shared.UserName;

/**
 * Finds users through realms and resolvers, from memory and from the user stores. It asks tables only for custom attributes
 * when there are any, and for users of far user stores when they are to be cached.
 */
public class UserDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(UserDirectory.class);
    private static final String ANY_RESOLVER = "**";
    private static final int PAGE_SIZE = 500;

    private final RealmRegistry registry;
    private final SystemSettings settings;
    private final OpenStores stores;
    private final UserLookups lookups;
    private final CustomAttributes attributes;

    public UserDirectory(
            RealmRegistry registry,
            SystemSettings settings,
            OpenStores stores,
            UserCache cache,
            CustomAttributes attributes) {
        this.registry = registry;
        this.settings = settings;
        this.stores = stores;
        this.lookups = new UserLookups(stores, cache);
        this.attributes = attributes;
    }

    /**
     * Splits what was typed. A realm behind the last @ counts only if it exists; one before a backslash always. A realm
     * that was given beside the name replaces the one found in it; without any, the default realm is meant.
     */
    public UserName nameOf(String typed, Optional<String> realm, String resolver) {
        String login = typed.strip();
        String found = "";
        if (settings.flagUnlessDenied("splitAtSign")) {
            int at = login.lastIndexOf('@');
            int slash = login.lastIndexOf('\\');
            if (at >= 0 && realmExists(login.substring(at + 1))) {
                found = login.substring(at + 1);
                login = login.substring(0, at);
            } else if (at < 0 && slash >= 0) {
                found = login.substring(0, slash);
                login = login.substring(slash + 1);
            }
        }
        String named = realm.orElse(found).toLowerCase(Locale.ROOT);
        if (named.isEmpty() && !login.isEmpty()) {
            named = registry.defaultRealm().map(UserRealm::name).orElse("");
        }
        return new UserName(login, named, resolver.equals(ANY_RESOLVER) ? "" : resolver);
    }

    public boolean realmExists(String name) {
        return registry.realm(name.toLowerCase(Locale.ROOT)).isPresent();
    }

    /**
     * The user of this name, in the first resolver of the realm that knows one, or in the one that is named. A resolver that is not
     * in the realm has no users of it; where there is no realm, not even by default, it says by itself who is meant.
     *
     * @throws Refusal 904 if a resolver is named that does not exist
     */
    public Optional<KnownUser> find(UserName name) {
        if (!name.resolver().isEmpty()) {
            UserResolver resolver = requireResolver(name.resolver());
            return isIn(name.realm(), resolver) ? findIn(resolver, name) : Optional.empty();
        }
        for (UserResolver resolver : resolversOf(name.realm())) {
            Optional<KnownUser> user = findIn(resolver, name);
            if (user.isPresent()) {
                return user;
            }
        }
        return Optional.empty();
    }

    private boolean isIn(String realm, UserResolver resolver) {
        return realm.isEmpty()
                || resolversOf(realm).stream().anyMatch(member -> member.name().equals(resolver.name()));
    }

    /** The resolvers of the realm that know a user of this name, in the realm's order. */
    public List<String> resolversKnowing(UserName name) {
        return resolversOf(name.realm()).stream()
                .filter(resolver -> findIn(resolver, name).isPresent())
                .map(UserResolver::name)
                .toList();
    }

    private Optional<KnownUser> findIn(UserResolver resolver, UserName name) {
        return lookups.withLogin(resolver, name.login())
                .map(user -> new KnownUser(user.login(), name.realm(), resolver.name(), user.userId()));
    }

    private UserResolver requireResolver(String name) {
        return registry.resolverIgnoringCase(name)
                .orElseThrow(() -> Refusal.user("The resolver '" + name + "' does not exist!"));
    }

    private List<UserResolver> resolversOf(String realm) {
        return registry.realm(realm).map(UserRealm::resolvers).orElse(List.of());
    }

    public boolean passwordMatches(KnownUser user, Secret password) {
        return ask(user.resolver(), store -> store.passwordMatches(user.userId(), password))
                .orElse(false);
    }

    /** All that is known of a user: what his resolver knows and, over that, his custom attributes. */
    public Map<String, String> infoOf(KnownUser user) {
        Map<String, String> info = new HashMap<>(ask(user.resolver(), store -> store.attributesOf(user.userId()))
                .flatMap(Function.identity())
                .orElse(Map.of()));
        info.putAll(attributes.of(user));
        return info;
    }

    /** As {@link #infoOf}, but no more than his custom attributes if the resolver cannot be asked now. */
    public Map<String, String> infoAsFarAsKnown(KnownUser user) {
        try {
            return infoOf(user);
        } catch (UserStoreUnavailableException e) {
            LOG.warn("What is known of a user was not found: {}", e.getMessage());
            return attributes.of(user);
        }
    }

    /** The log-in name of a user of whom only the id is at hand; empty if the resolver knows none. */
    public Optional<String> usernameOf(String resolver, String userId) {
        return registry.resolver(resolver)
                .flatMap(found -> lookups.withId(found, userId))
                .map(StoredUser::login);
    }

    /** The log-in names of several users, by id; the resolver is asked once, and whom it does not know is left out. */
    public Map<String, String> usernamesOf(String resolver, Collection<String> userIds) {
        Map<String, String> logins = new HashMap<>();
        registry.resolver(resolver)
                .map(found -> lookups.withIds(found, userIds))
                .orElse(Map.of())
                .forEach((id, user) -> logins.put(id, user.login()));
        return logins;
    }

    /** As {@link #usernameOf}, and empty also if the resolver cannot be asked now. */
    public Optional<String> loginOf(String resolver, String userId) {
        try {
            return usernameOf(resolver, userId);
        } catch (UserStoreUnavailableException e) {
            LOG.warn("The name of a user was not found: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** The log-in names of owners, each resolver asked once; whom nobody knows and who cannot be asked now is left out. */
    public Map<TokenOwner, String> loginsOf(Collection<TokenOwner> owners) {
        Map<TokenOwner, String> logins = new HashMap<>();
        owners.stream().collect(Collectors.groupingBy(TokenOwner::resolver)).forEach((resolver, theirs) -> {
            try {
                Map<String, String> known = usernamesOf(
                        resolver, theirs.stream().map(TokenOwner::userId).collect(Collectors.toSet()));
                theirs.stream()
                        .filter(owner -> known.containsKey(owner.userId()))
                        .forEach(owner -> logins.put(owner, known.get(owner.userId())));
            } catch (UserStoreUnavailableException e) {
                LOG.warn("The names of users were not found: {}", e.getMessage());
            }
        });
        return logins;
    }

    /**
     * What the store of a resolver itself says now of users, by id, whatever is remembered of them; whom it does not know is left out.
     * Empty if there is no such resolver.
     *
     * @throws UserStoreUnavailableException if it cannot be asked now, so that nothing is known
     */
    public Optional<Map<String, Map<String, String>>> saidOf(String resolver, Collection<String> userIds) {
        return ask(resolver, store -> store.attributesOf(userIds));
    }

    /** Whether users of the resolver can be changed here. */
    public boolean editable(String resolver) {
        return ask(resolver, EditableUserStore.class::isInstance).orElse(false);
    }

    private <T> Optional<T> ask(String resolver, Function<UserStore, T> question) {
        return registry.resolver(resolver).map(found -> stores.ask(found, question));
    }

    /**
     * The users that fit the criteria, in the named resolver and those of the named realm; in those of all realms when
     * neither is named; with their custom attributes if a realm is. A store that cannot be reached is left out.
     */
    public List<FoundUser> search(String realm, String resolver, Map<String, String> criteria) {
        List<FoundUser> found = new ArrayList<>();
        for (UserResolver searched : resolversToSearch(realm, resolver)) {
            try {
                found.addAll(stores.ask(searched, store -> all(store, searched.name(), criteria)));
            } catch (UserStoreUnavailableException e) {
                LOG.warn("Left out of a search: {}", e.getMessage());
            }
        }
        return registry.realm(realm.toLowerCase(Locale.ROOT))
                .map(named -> attributes.over(found, named))
                .orElse(found);
    }

    private static List<FoundUser> all(UserStore store, String resolver, Map<String, String> criteria) {
        boolean editable = store instanceof EditableUserStore;
        List<FoundUser> found = new ArrayList<>();
        Optional<UserSearch> wanted = Optional.of(UserSearch.of(criteria, PAGE_SIZE));
        while (wanted.isPresent()) {
            UserPage page = store.search(wanted.get());
            page.users()
                    .forEach(user -> found.add(new FoundUser(
                            resolver, editable, user, page.several().getOrDefault(user.get("userid"), Map.of()))));
            wanted = page.next().map(wanted.get()::at);
        }
        return found;
    }

    private List<UserResolver> resolversToSearch(String realm, String resolver) {
        Stream<UserResolver> named = registry.resolverIgnoringCase(resolver).stream();
        List<UserRealm> realms = realm.isEmpty() && resolver.isEmpty()
                ? registry.realms()
                : registry.realm(realm.toLowerCase(Locale.ROOT)).stream().toList();
        Stream<UserResolver> ofRealms = realms.stream().flatMap(one -> one.resolvers().stream());
        return Stream.concat(named, ofRealms).distinct().toList();
    }
}
