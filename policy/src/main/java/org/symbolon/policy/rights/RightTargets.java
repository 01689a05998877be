package org.symbolon.policy.rights;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.shared.UserName;
import org.symbolon.policy.asking.Subject;
import org.symbolon.policy.rights.TokenPlaces.TokenPlace;

/**
 * Whom and what somebody's doing is about, so that it can be told whether a right reaches so far. A user acts on himself; an
 * administrator on the user whom he names, or else the realm, and on the owner and all realms of each token that he names.
 * What cannot be placed is nowhere, where only rights without limits reach.
 */
final class RightTargets {

    private final Surroundings around;
    private final Caller caller;
    private final Matter matter;

    RightTargets(Surroundings around, Caller caller, Matter matter) {
        this.around = around;
        this.caller = caller;
        this.matter = matter;
    }

    /** What the right must reach, all of it; never empty. */
    List<Subject> of(Over over) {
        return switch (over) {
            case NAMED -> named();
            case TOKENS_MEANT -> tokensMeant();
            case USER -> isByUser() ? List.of(itself()) : orNowhere(people());
            case USER_IN_RESOLVER -> isByUser() ? List.of(itself()) : orNowhere(userInResolver());
            case TOKEN -> orNowhere(tokens());
            case TOKEN_AND_NEW_REALMS -> orNowhere(Stream.concat(named().stream(), newRealms()));
            case NEW_REALMS -> orNowhere(newRealms());
            case ATTACHED_TOKEN -> orNowhere(Stream.concat(tokens(), attached()));
            case SYSTEM -> List.of(Subject.NOWHERE);
            case ANYTHING -> List.of(Subject.ANYONE);
        };
    }

    private List<Subject> named() {
        return isByUser() ? List.of(itself()) : orNowhere(Stream.concat(people(), tokens()));
    }

    private List<Subject> tokensMeant() {
        if (isByUser() || !matter.serials().isEmpty()) {
            return named();
        }
        Stream<Subject> ofUser = user().stream()
                .flatMap(user -> around.tokens().serialsOf(user.asOwner()).stream())
                .flatMap(this::placesOf);
        return orNowhere(Stream.concat(people(), ofUser));
    }

    /** The tokens of a file that are there already, whom they are to belong to, and the realms that they are to be in. */
    List<Subject> imported(Collection<String> serials, Collection<KnownUser> owners, Collection<String> realms) {
        Stream<Subject> existing = around.tokens().taken(serials).stream().flatMap(this::placesOf);
        Stream<Subject> people = owners.stream().map(this::placeOf);
        return Stream.of(existing, people, realms.stream().map(RightTargets::place))
                .flatMap(subjects -> subjects)
                .distinct()
                .toList();
    }

    /** A user is nowhere if his resolver is not in his realm. */
    private Subject placeOf(KnownUser user) {
        return around.realms().isIn(user.realm(), user.resolver()) ? Subject.of(user) : Subject.NOWHERE;
    }

    private Stream<Subject> newRealms() {
        return matter.realms().stream().map(RightTargets::place);
    }

    private Stream<Subject> attached() {
        return matter.attachment().stream()
                .boxed()
                .flatMap(number -> around.tokens().attached(number).stream())
                .flatMap(this::placesOf);
    }

    private Stream<Subject> userInResolver() {
        String login = matter.user().orElse("");
        String resolver = matter.resolver().orElse("");
        return around.realms().all().stream()
                .filter(realm -> realm.has(resolver))
                .map(realm -> Subject.of(new UserName(login, realm.name(), resolver)));
    }

    /** The caller, who is a user. */
    Subject itself() {
        Caller.RealmUser user = (Caller.RealmUser) caller;
        return known(new UserName(user.login(), user.realm(), user.resolver()));
    }

    private boolean isByUser() {
        return caller instanceof Caller.RealmUser;
    }

    private Stream<Subject> people() {
        if (matter.user().isEmpty() && matter.realm().isEmpty()) {
            return Stream.empty();
        }
        UserName name = nameOf(matter.user().orElse(""));
        if (!name.resolver().isEmpty() && !around.realms().isIn(name.realm(), name.resolver())) {
            return Stream.of(Subject.NOWHERE);
        }
        if (name.isEmpty()) {
            return Stream.of(new Subject.Place(lowerCase(name.realm()), name.resolver()));
        }
        return Stream.of(known(name));
    }

    private Subject known(UserName name) {
        return around.people().find(name).map(Subject::of).orElseGet(() -> Subject.of(name));
    }

    private Optional<KnownUser> user() {
        return matter.user().map(this::nameOf).flatMap(around.people()::find);
    }

    private UserName nameOf(String user) {
        return around.people().nameOf(user, matter.realm(), matter.resolver().orElse(""));
    }

    private Stream<Subject> tokens() {
        return matter.serials().stream().flatMap(this::placesOf);
    }

    /** Where one token is, of which it is enough to reach one place in order to see it. */
    List<Subject> placesToSee(String serial) {
        return orNowhere(placesOf(serial));
    }

    /** The owner of a token and its realms; nowhere if it has none, and nothing if there is no such token. */
    private Stream<Subject> placesOf(String serial) {
        return around.tokens().of(serial).stream().flatMap(place -> orNowhere(placesOf(place)).stream());
    }

    private Stream<Subject> placesOf(TokenPlace place) {
        Optional<KnownUser> owner = place.owner().map(this::known);
        Stream<Subject> realms = place.realms().stream()
                .filter(realm ->
                        owner.filter(user -> user.realm().equals(realm)).isEmpty())
                .map(RightTargets::place);
        return Stream.concat(owner.map(Subject::of).stream(), realms);
    }

    private KnownUser known(TokenOwner owner) {
        return new KnownUser(
                around.people().loginOf(owner.resolver(), owner.userId()).orElse(""),
                Objects.requireNonNullElse(owner.realm(), ""),
                owner.resolver(),
                owner.userId());
    }

    private static List<Subject> orNowhere(Stream<? extends Subject> subjects) {
        List<Subject> found = List.copyOf(subjects.distinct().toList());
        return found.isEmpty() ? List.of(Subject.NOWHERE) : found;
    }

    private static Subject place(String realm) {
        return new Subject.Place(lowerCase(realm), "");
    }

    private static String lowerCase(String realm) {
        return realm.toLowerCase(Locale.ROOT);
    }
}
