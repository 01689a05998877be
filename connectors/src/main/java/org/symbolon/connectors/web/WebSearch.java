package org.symbolon.connectors.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.symbolon.command.resolver.port.UserPage;
import org.symbolon.command.resolver.port.UserSearch;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;

/** Searches a store over HTTP: it is asked for what it can look for, and who of those that it finds does not fit is left out here. */
final class WebSearch {

    private final WebApi api;
    private final WebSettings settings;
    private final WebDialect dialect;

    WebSearch(WebApi api, WebSettings settings, WebDialect dialect) {
        this.api = api;
        this.settings = settings;
        this.dialect = dialect;
    }

    /** A cursor says how many users were looked at for the pages before, and where the store goes on. */
    UserPage page(UserSearch search) {
        Optional<RequestDefinition> list = settings.request(Operation.LIST);
        Optional<Map<String, String>> criteria = criteria(search.criteria());
        if (list.isEmpty() || criteria.isEmpty()) {
            return new UserPage(List.of(), Optional.empty());
        }
        Place place = Place.of(search.cursor());
        int size = Math.min(search.size(), settings.sizeLimit() - place.seen());
        WebAnswer answer =
                api.ask(dialect.page(list.get(), criteria.get(), size, place.cursor()), Map.of(), api.deadline());
        requireList(answer);
        WebDialect.Listed listed = dialect.listed(answer.json(), size, place.cursor());
        return page(listed, search.criteria(), place.seen() + listed.users().size());
    }

    private UserPage page(WebDialect.Listed listed, Map<String, String> criteria, int seen) {
        List<WebUser> users = listed.users().stream()
                .flatMap(json -> WebUser.of(json, settings.mapping(), Optional.empty()).stream())
                .filter(user -> fits(user, criteria))
                .toList();
        Map<String, Map<String, List<String>>> several = new HashMap<>();
        users.forEach(user -> several.put(user.id(), user.several()));
        return new UserPage(
                users.stream().map(WebUser::attributes).toList(),
                listed.next().filter(next -> seen < settings.sizeLimit()).map(next -> seen + ":" + next),
                several);
    }

    private record Place(int seen, String cursor) {

        static Place of(Optional<String> written) {
            int colon = written.map(text -> text.indexOf(':')).orElse(-1);
            return colon < 0
                    ? new Place(0, "")
                    : new Place(
                            Integer.parseInt(written.get().substring(0, colon)),
                            written.get().substring(colon + 1));
        }
    }

    /** By the store's names; empty if one names what the store does not know, which fits nobody. */
    private Optional<Map<String, String>> criteria(Map<String, String> wanted) {
        Map<String, String> criteria = new TreeMap<>();
        for (Map.Entry<String, String> one : wanted.entrySet()) {
            String name = settings.mapping().isEmpty()
                    ? one.getKey()
                    : settings.mapping().get(one.getKey());
            if (name == null || one.getKey().equals(WebSettings.PASSWORD)) {
                return Optional.empty();
            }
            criteria.put(name, one.getValue());
        }
        return Optional.of(criteria);
    }

    private static boolean fits(WebUser user, Map<String, String> criteria) {
        return criteria.entrySet().stream().allMatch(one -> {
            String value = user.attributes().getOrDefault(one.getKey(), "");
            List<String> values = user.several().getOrDefault(one.getKey(), List.of(value));
            return values.stream().anyMatch(each -> Wildcards.fits(one.getValue(), each));
        });
    }

    static void requireList(WebAnswer answer) {
        if (!answer.done()) {
            throw new UserStoreUnavailableException(
                    "Failed to get user list: the user store refuses it (HTTP " + answer.status() + ")", null);
        }
    }
}
