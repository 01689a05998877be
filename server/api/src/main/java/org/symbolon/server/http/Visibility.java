package org.symbolon.server.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.symbolon.events.shared.Reach;

/**
 * What of a list the caller may see. Policies say it before the handler runs, which then asks for no more: what is cut off
 * a page afterwards would leave gaps and wrong counts.
 */
public final class Visibility {

    private List<String> realms;
    private Reach reach;
    private Predicate<Reach.Person> users = user -> true;
    private final Set<String> hidden = new HashSet<>();

    private Visibility() {}

    /** That of one request; everything while nobody limits it. */
    public static Visibility of(ApiRequest request) {
        return request.own(Visibility.class, Visibility::new);
    }

    /** Only what is reached, where things belong to realms and to people in them. */
    public void limitTo(Reach allowed) {
        reach = allowed;
    }

    /** What is shown of things that belong to realms and to people in them, null for all. */
    public Reach reach() {
        return reach;
    }

    /** Only these users. */
    public void limitUsers(Predicate<Reach.Person> allowed) {
        users = allowed;
    }

    public boolean showsUser(Reach.Person user) {
        return users.test(user);
    }

    /** Only these realms. */
    public void limitTo(List<String> allowed) {
        realms = List.copyOf(allowed);
    }

    /** Not these columns or entries. */
    public void hide(Collection<String> names) {
        hidden.addAll(names);
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

    /** Whether the realm itself is shown. */
    public boolean showsRealm(String realm) {
        return realms == null || realms.contains(realm);
    }
}
