package org.symbolon.server.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of a list the caller may see. Policies say it before the handler runs, which then asks for no more: what is cut off
 * a page afterwards would leave gaps and wrong counts.
 */
public final class Visibility {

    private List<String> realms;
    private final Set<String> hidden = new HashSet<>();

    private Visibility() {}

    /** That of one request; everything while nobody limits it. */
    public static Visibility of(ApiRequest request) {
        return request.own(Visibility.class, Visibility::new);
    }

    /** Only what is in these realms. */
    public void limitTo(List<String> allowed) {
        realms = List.copyOf(allowed);
    }

    /** Not these columns or entries. */
    public void hide(Collection<String> names) {
        hidden.addAll(names);
    }

    /** The realms whose things the caller may see, empty for all. */
    public Optional<List<String>> realms() {
        return Optional.ofNullable(realms);
    }

    public boolean shows(String name) {
        return !hidden.contains(name);
    }

    /** Those of the names that the caller may see. */
    public List<String> shown(Collection<String> names) {
        List<String> shown = new ArrayList<>(names);
        shown.removeAll(hidden);
        return shown;
    }

    /** Whether what is in the realm is shown. */
    public boolean showsRealm(String realm) {
        return realms == null || realms.contains(realm);
    }
}
