package org.symbolon.server.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.symbolon.command.user.KnownUser;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.command.user.UserName;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.config.RealmView;
import org.symbolon.projections.token.CandidateRow;
import org.symbolon.projections.token.CandidateRows;
import org.symbolon.projections.token.TokenPlaceRow;
import org.symbolon.query.machine.FindMachineToken;
import org.symbolon.query.machine.MachineTokenView;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.query.QueryDispatcher;

/**
 * Whom and what a request is about, so that it can be told whether a right reaches so far. A user acts on himself; an
 * administrator on the user whom he names, or else the realm, and on the owner and all realms of each token that he names.
 * What cannot be placed is nowhere, where only rights without limits reach.
 */
final class RightTargets {

    /** Which things of a request count. */
    @FunctionalInterface
    interface Target {

        /** What the right must reach, all of it; never empty. */
        List<Subject> of(ApiRequest request);
    }

    /** The parameters that name tokens. */
    private static final List<String> SERIALS = List.of("serial", "from", "to");

    private final UserDirectory directory;
    private final CandidateRows tokens;
    private final QueryDispatcher queries;
    private final Supplier<ConfigurationView> configuration;

    RightTargets(
            UserDirectory directory,
            CandidateRows tokens,
            QueryDispatcher queries,
            Supplier<ConfigurationView> configuration) {
        this.directory = directory;
        this.tokens = tokens;
        this.queries = queries;
        this.configuration = configuration;
    }

    /** The user or realm, and the tokens, that the request names. */
    List<Subject> named(ApiRequest request) {
        return isByUser(request) ? itself(request) : orNowhere(Stream.concat(people(request), tokens(request)));
    }

    /** The same; where it names a user and no token, all tokens of the user are meant. */
    List<Subject> tokensMeant(ApiRequest request) {
        if (isByUser(request) || request.parameters().givenText("serial").isPresent()) {
            return named(request);
        }
        Stream<Subject> ofUser = user(request).stream()
                .flatMap(user -> tokens.ofOwner(user.asOwner()).stream())
                .map(CandidateRow::serial)
                .flatMap(this::placesOf);
        return orNowhere(Stream.concat(people(request), ofUser));
    }

    /** The token, and the realms that it is to be in from now on. */
    List<Subject> tokenAndItsNewRealms(ApiRequest request) {
        Stream<Subject> realms = request.parameters().has("realms")
                ? request.parameters().list("realms").stream().map(realm -> new Subject.Place(lowerCase(realm), ""))
                : Stream.empty();
        return orNowhere(Stream.concat(named(request).stream(), realms));
    }

    /** The realms that the tokens of a file are to be in. */
    static List<Subject> realmsOfFile(ApiRequest request) {
        return orNowhere(request.parameters().list("tokenrealms").stream()
                .map(realm -> new Subject.Place(lowerCase(realm), "")));
    }

    /** The token alone, where users and resolvers that are named mean something else. */
    List<Subject> token(ApiRequest request) {
        return orNowhere(tokens(request));
    }

    /** The token that is attached to a machine, by its serial or by the number of that. */
    List<Subject> attachedToken(ApiRequest request) {
        OptionalInt number = request.parameters().integer("mtid");
        Stream<Subject> numbered = number.isEmpty()
                ? Stream.empty()
                : queries.find(new FindMachineToken(number.getAsInt()), MachineTokenView.class).stream()
                        .flatMap(attached -> placesOf(attached.serial()));
        return orNowhere(Stream.concat(tokens(request), numbered));
    }

    /** A user in a resolver, in each realm that the resolver is in. */
    List<Subject> userInResolver(ApiRequest request) {
        String login = request.parameters()
                .givenText("user")
                .or(() -> request.parameters().givenText("username"))
                .orElse("");
        String resolver = request.parameters()
                .givenText("resolver")
                .or(() -> request.parameters().givenText("resolvername"))
                .orElse("");
        return isByUser(request)
                ? itself(request)
                : orNowhere(configuration.get().realms().stream()
                        .filter(realm -> hasMember(realm, resolver))
                        .map(realm -> Subject.of(new UserName(login, realm.name(), resolver))));
    }

    /** The user of an attribute, who is called {@code username} where the path names him. */
    List<Subject> userOfAttribute(ApiRequest request) {
        return isByUser(request)
                ? itself(request)
                : orNowhere(person(
                        request, request.parameters().givenText("username").or(() -> request.parameters()
                                .givenText("user"))));
    }

    /** The user whose history is asked for, who is called {@code id} in its path. */
    List<Subject> userOfHistory(ApiRequest request) {
        return orNowhere(person(request, request.parameters().givenText("id")));
    }

    /** Nothing that belongs to a realm. */
    static List<Subject> system(ApiRequest request) {
        return List.of(Subject.NOWHERE);
    }

    /** No matter what: for what shows and changes nothing that belongs to anybody. */
    static List<Subject> anything(ApiRequest request) {
        return List.of(Subject.ANYONE);
    }

    static List<Subject> orNowhere(Stream<? extends Subject> subjects) {
        List<Subject> found = new ArrayList<>(subjects.distinct().toList());
        return found.isEmpty() ? List.of(Subject.NOWHERE) : found;
    }

    private static boolean isByUser(ApiRequest request) {
        return request.caller() instanceof Caller.RealmUser;
    }

    private List<Subject> itself(ApiRequest request) {
        Caller.RealmUser caller = (Caller.RealmUser) request.caller();
        UserName name = new UserName(caller.login(), caller.realm(), caller.resolver());
        return List.of(directory.find(name).map(Subject::of).orElseGet(() -> Subject.of(name)));
    }

    private Stream<Subject> people(ApiRequest request) {
        return person(request, request.parameters().givenText("user"));
    }

    private Stream<Subject> person(ApiRequest request, Optional<String> user) {
        Optional<String> realm = request.parameters().givenText("realm");
        if (user.isEmpty() && realm.isEmpty()) {
            return Stream.empty();
        }
        UserName name = nameOf(request, user.orElse(""));
        if (!name.resolver().isEmpty() && !isIn(name.realm(), name.resolver())) {
            return Stream.of(Subject.NOWHERE);
        }
        if (name.isEmpty()) {
            return Stream.of(new Subject.Place(lowerCase(name.realm()), name.resolver()));
        }
        return Stream.of(directory.find(name).map(Subject::of).orElseGet(() -> Subject.of(name)));
    }

    private Optional<KnownUser> user(ApiRequest request) {
        return request.parameters()
                .givenText("user")
                .map(user -> nameOf(request, user))
                .flatMap(directory::find);
    }

    private UserName nameOf(ApiRequest request, String user) {
        return directory.nameOf(
                user,
                request.parameters().givenText("realm"),
                request.parameters().givenText("resolver").orElse(""));
    }

    private Stream<Subject> tokens(ApiRequest request) {
        return SERIALS.stream().flatMap(parameter -> withSerial(request, parameter));
    }

    /** Where the token is whose serial stands in the parameter. */
    Stream<Subject> withSerial(ApiRequest request, String parameter) {
        return request.parameters().givenText(parameter).stream().flatMap(this::placesOf);
    }

    /** The owner of a token and its realms; nowhere if it has none, and nothing if there is no such token. */
    Stream<Subject> placesOf(String serial) {
        return tokens.placeOf(serial).stream().flatMap(place -> orNowhere(placesOf(place)).stream());
    }

    private Stream<Subject> placesOf(TokenPlaceRow place) {
        Optional<KnownUser> owner = Optional.ofNullable(place.owner()).map(this::known);
        Stream<Subject> realms = place.realms().stream()
                .filter(realm ->
                        owner.filter(user -> user.realm().equals(realm)).isEmpty())
                .map(realm -> new Subject.Place(realm, ""));
        return Stream.concat(owner.map(Subject::of).stream(), realms);
    }

    private KnownUser known(TokenOwner owner) {
        return new KnownUser(
                directory.loginOf(owner.resolver(), owner.userId()).orElse(""),
                Objects.requireNonNullElse(owner.realm(), ""),
                owner.resolver(),
                owner.userId());
    }

    /** Whether the resolver brings users into the realm. */
    boolean isIn(String realm, String resolver) {
        return configuration
                .get()
                .realm(lowerCase(realm))
                .filter(found -> hasMember(found, resolver))
                .isPresent();
    }

    private static boolean hasMember(RealmView realm, String resolver) {
        return realm.members().stream().anyMatch(member -> member.resolver().equalsIgnoreCase(resolver));
    }

    private static String lowerCase(String realm) {
        return realm.toLowerCase(Locale.ROOT);
    }
}
