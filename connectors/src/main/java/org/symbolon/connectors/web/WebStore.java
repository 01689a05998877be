package org.symbolon.connectors.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.resolver.port.StoredUser;
import org.symbolon.command.resolver.port.UserPage;
import org.symbolon.command.resolver.port.UserSearch;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.connectors.network.Deadline;
import org.symbolon.events.shared.Secret;

/** The users of a store that is asked over HTTP, by the definitions of its resolver. */
class WebStore implements UserStore {

    private static final int LONGEST_NAME = 1000;
    private static final int LONGEST_PASSWORD = 4096;

    private final WebApi api;
    private final WebSettings settings;
    private final WebDialect dialect;
    private final WebSearch searches;
    private volatile boolean closed;

    WebStore(WebApi api, WebSettings settings, WebDialect dialect) {
        this.api = api;
        this.settings = settings;
        this.dialect = dialect;
        this.searches = new WebSearch(api, settings, dialect);
    }

    final WebApi api() {
        return api;
    }

    final WebSettings settings() {
        return settings;
    }

    final WebDialect dialect() {
        return dialect;
    }

    @Override
    public Optional<StoredUser> withLogin(String login) {
        return userWithLogin(login).map(WebUser::stored);
    }

    /** Where nobody can be asked for by name, names are ids. Where nobody can be asked for at all, everybody is believed to exist. */
    final Optional<WebUser> userWithLogin(String login) {
        requireOpen();
        if (isNoName(login)) {
            return Optional.empty();
        }
        Deadline deadline = api.deadline();
        Optional<RequestDefinition> byName = settings.request(Operation.BY_NAME);
        return byName.isPresent() ? named(byName.get(), login, deadline) : withId(login, deadline);
    }

    /** Whoever has another name than the one that was asked for is not meant, however the store has found him. */
    private Optional<WebUser> named(RequestDefinition byName, String login, Deadline deadline) {
        WebAnswer answer = api.ask(withGroups(byName), Map.of(WebSettings.USERNAME, login), deadline);
        return answer.done()
                ? WebUser.of(dialect.named(answer.json(), login), settings.mapping(), Optional.empty())
                        .filter(user -> user.login().equalsIgnoreCase(login))
                : Optional.empty();
    }

    /** Dots alone would lead an address elsewhere (RFC 3986, 5.2.4). */
    static boolean isNoName(String text) {
        return text.isBlank() || text.length() > LONGEST_NAME || text.equals(".") || text.equals("..");
    }

    final Optional<WebUser> withId(String userId) {
        requireOpen();
        return withId(userId, api.deadline());
    }

    private Optional<WebUser> withId(String userId, Deadline deadline) {
        Optional<RequestDefinition> byId = settings.request(Operation.BY_ID);
        if (isNoName(userId) || byId.isEmpty()) {
            return Optional.empty();
        }
        WebAnswer answer = api.ask(withGroups(byId.get()), Map.of(WebSettings.USER_ID, userId), deadline);
        return answer.done()
                ? WebUser.of(answer.json(), settings.mapping(), Optional.of(userId))
                        .filter(user -> user.id().equals(userId))
                : Optional.empty();
    }

    private RequestDefinition withGroups(RequestDefinition request) {
        return settings.groups().flatMap(wanted -> dialect.withGroups(request)).orElse(request);
    }

    @Override
    public Map<String, Map<String, String>> attributesOf(Collection<String> userIds) {
        requireOpen();
        Deadline deadline = api.deadline();
        List<String> wanted =
                userIds.stream().distinct().filter(id -> !isNoName(id)).toList();
        Map<String, Map<String, String>> attributes = new HashMap<>();
        for (WebUser user : users(wanted, deadline)) {
            attributes.put(user.id(), Map.copyOf(grouped(user, deadline).attributes()));
        }
        return attributes;
    }

    private List<WebUser> users(List<String> ids, Deadline deadline) {
        Optional<RequestDefinition> list = settings.request(Operation.LIST);
        if (ids.size() == 1 || list.isEmpty() || dialect.mostIds() == 0) {
            return ids.stream().flatMap(id -> withId(id, deadline).stream()).toList();
        }
        List<WebUser> users = new ArrayList<>();
        for (int begin = 0; begin < ids.size(); begin += dialect.mostIds()) {
            List<String> some = ids.subList(begin, Math.min(ids.size(), begin + dialect.mostIds()));
            RequestDefinition question =
                    dialect.withIds(list.get(), settings.mapping().get(WebSettings.USER_ID), some);
            WebAnswer answer = api.ask(withGroups(question), Map.of(), deadline);
            WebSearch.requireList(answer);
            WebDialect.elements(answer.json()).stream()
                    .flatMap(json -> WebUser.of(json, settings.mapping(), Optional.empty()).stream())
                    .filter(user -> some.contains(user.id()))
                    .forEach(users::add);
        }
        return users;
    }

    /** Somebody whom the store refuses to tell the groups of has none. */
    private WebUser grouped(WebUser user, Deadline deadline) {
        if (settings.groups().isEmpty()) {
            return user;
        }
        WebGroups groups = settings.groups().get();
        Optional<RequestDefinition> request = settings.request(Operation.GROUPS);
        if (request.isEmpty()) {
            return user.with(groups.shownAs(), groups.told(dialect.groups(user.json())));
        }
        WebAnswer answer = api.ask(request.get(), user.attributes(), deadline);
        return answer.done() ? user.with(groups.shownAs(), groups.told(answer.json())) : user;
    }

    @Override
    public UserPage search(UserSearch search) {
        requireOpen();
        return searches.page(search);
    }

    @Override
    public boolean passwordMatches(String userId, Secret password) {
        requireOpen();
        Optional<RequestDefinition> request = settings.request(Operation.PASSWORD);
        if (request.isEmpty() || password.isEmpty() || password.reveal().length() > LONGEST_PASSWORD) {
            return false;
        }
        dialect.requirePasswords();
        Deadline deadline = api.deadline();
        return withId(userId, deadline)
                .filter(user -> letsIn(request.get(), user, password, deadline))
                .isPresent();
    }

    private boolean letsIn(RequestDefinition request, WebUser user, Secret password, Deadline deadline) {
        Map<String, String> values = new HashMap<>(user.attributes());
        values.put(WebSettings.PASSWORD, password.reveal());
        return api.askAsUser(request, values, deadline).done();
    }

    final void requireOpen() {
        if (closed) {
            throw new UserStoreUnavailableException("The store at " + api + " is closed", null);
        }
    }

    @Override
    public void close() {
        closed = true;
        api.close();
    }

    @Override
    public String toString() {
        return "WebStore[" + api + "]";
    }
}
