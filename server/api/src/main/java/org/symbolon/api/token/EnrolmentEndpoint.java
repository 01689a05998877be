package org.symbolon.api.token;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.AwaitedEffects;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Handler;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.RouteAsks;
import org.symbolon.api.kernel.RouteNeed;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.kernel.login.RequestUsers;
import org.symbolon.api.tokentype.ParameterShapes;
import org.symbolon.command.secret.PinVerifier;
import org.symbolon.command.token.EnrollToken;
import org.symbolon.command.token.Enrolled;
import org.symbolon.command.token.EnrolmentEvidence;
import org.symbolon.command.token.WithinLimits;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.command.user.TokenHolders;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.token.TokenLimit;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.SharedActions;
import org.symbolon.policy.action.TokenTypeNames;
import org.symbolon.policy.enrolment.EnrolmentQuestion;
import org.symbolon.policy.enrolment.EnrolmentTerms;
import org.symbolon.policy.enrolment.ParameterTerms;
import org.symbolon.policy.enrolment.PinTerms;
import org.symbolon.policy.enrolment.TokenActions;
import org.symbolon.policy.enrolment.TokenInquiry;
import org.symbolon.policy.enrolment.TokenPolicies;
import org.symbolon.policy.rights.Over;
import org.symbolon.policy.rights.Right;
import org.symbolon.projections.token.CandidateRow;

/** Enrols tokens. */
@Component
public class EnrolmentEndpoint implements Endpoint {

    /** Ours: that a token has to show a value before it is good, whatever policies say. */
    private static final String WANTS_TO_VERIFY = "verify_enrollment";

    /** What the command is told otherwise. */
    private static final Set<String> NOT_PASSED_ON =
            Set.of("pin", "encryptpin", "info", "user", "realm", "resolver", "nonce", WANTS_TO_VERIFY);

    /** On what page somebody is; a browser says so by this header. */
    private static final String ORIGIN = "Origin";

    private static final RouteAsks ASKED = new RouteAsks(TokenActions.ROOM_TO_ENROL, TokenActions.ENROLMENT);

    private static final Shape OF_EVERY_TYPE = Shape.fields("")
            .with("type", Shape.text("The type of token.").or(TokenTypes.DEFAULT))
            .with("serial", Shape.text("Its serial; made up where it is not given."))
            .with("prefix", Shape.text("How a serial that is made up begins."))
            .with("user", Shape.text("The login of its owner."))
            .with("realm", Shape.text("The owner's realm, or the token's where it has no owner."))
            .with("resolver", Shape.text("The owner's resolver, where the realm has several."))
            .with("pin", Shape.secret("What is typed with each value."))
            .with("description", Shape.text("What it is for."))
            .with("info", Shape.object("Further entries."))
            .with("validity_period_start", Shape.time("From when it may be used."))
            .with("validity_period_end", Shape.time("Until when it may be used."));

    private static final Shape OF_ANY_TYPE = Shape.fields("")
            .with("verify", Shape.secret("A value of the new token, where it has to show one."))
            .with(
                    WANTS_TO_VERIFY,
                    Shape.flag("Has it show a value before it is good, as the policy of this name does."))
            .with("transaction_id", Shape.text("The transaction that the step before this has begun."))
            .with("<type>.<name>", Shape.text("A parameter of one type, such as `totp.timeStep`."));

    private final CommandDispatcher commands;
    private final TokenSelection selection;
    private final RequestUsers users;
    private final UserDirectory directory;
    private final EnrolmentEvidence evidence;
    private final TokenTypes types;
    private final AwaitedEffects effects;
    private final TokenHolders holders;
    private final Pins pins;
    private final TokenPolicies policies;

    public EnrolmentEndpoint(
            CommandDispatcher commands,
            TokenPolicies policies,
            TokenSelection selection,
            RequestUsers users,
            UserDirectory directory,
            EnrolmentEvidence evidence,
            TokenTypes types,
            PinVerifier verifier,
            AwaitedEffects effects) {
        this.commands = commands;
        this.selection = selection;
        this.users = users;
        this.directory = directory;
        this.evidence = evidence;
        this.types = types;
        this.effects = effects;
        this.holders = new TokenHolders(directory);
        this.pins = new Pins(verifier);
        this.policies = policies;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.user("POST", "/token/init", ASKED, this::open)
                .doneOnce()
                .needs(RouteNeed.special(
                        Over.NAMED, "right enroll<TYPE>", enrolling(), EnrolmentEndpoint::requireRight))
                .raises("token_init")
                .does("Enrols a token; one of the same serial and type anew.")
                .takes(OF_EVERY_TYPE)
                .takes(ParameterShapes.ofEnrolments(types.types()))
                .takes(OF_ANY_TYPE)
                .answers(Shape.flag("True."))
                .tells(EnrolmentJson.SHAPE)
                .refuses(
                        303,
                        "A policy forbids it: there are too many tokens, the PIN is none that it allows, or a user"
                                + " writes an entry that policies or the server go by.")
                .refuses(301, "The serial is taken by a token of another type or of somebody else.")
                .refuses(503, "A certificate authority cannot be asked.")
                .refuses(504, "A certificate authority denies the request.")
                .refuses(601, "There is no such realm.")
                .refuses(1007, "The token is revoked."));
    }

    private static List<Action> enrolling() {
        return TokenTypeNames.ALL.stream()
                .map(SharedActions::enrol)
                .flatMap(type -> Right.of(type).actions().stream())
                .toList();
    }

    private static void requireRight(ApiRequest request) {
        request.rights().requireEnrolment(TokenAsking.type(request.parameters()));
    }

    private Handler open(ApiRequest request) {
        TokenInquiry inquiry = TokenAsking.aboutNew(request, policies);
        List<TokenLimit> room =
                policies.roomToEnrol(inquiry, request.parameters().filled("description"));
        return admitted -> enrol(admitted, policies.ofEnrolment(inquiry, question(admitted), room));
    }

    private EnrolmentQuestion question(ApiRequest request) {
        Parameters parameters = request.parameters();
        return new EnrolmentQuestion(
                TokenAsking.pin(request, "pin"),
                parameters.filled("verify"),
                parameters::flag,
                GivenInfo.written(parameters, types.find(TokenAsking.type(parameters))));
    }

    private Reply enrol(ApiRequest request, EnrolmentTerms terms) {
        Optional<KnownUser> user = users.chosen(request);
        request.parameters().text("serial").ifPresent(serial -> noteSerial(request, serial, user));
        request.notes().tokenType(request.parameters().nonEmptyText("type").orElse(TokenTypes.DEFAULT));
        AtomicReference<Enrolled> enrolled = new AtomicReference<>();
        AtomicReference<EnrollToken> latest = new AtomicReference<>(command(request, user, terms));
        Supplier<?> prepared = () -> WithinLimits.of(terms.limits(), latest.updateAndGet(evidence::prepared));
        Reply reply = orTakenBack(
                latest,
                () -> commands.sendFresh(request, prepared, (Enrolled result) -> {
                    enrolled.set(result);
                    request.notes().success(true).serial(result.serial()).tokenType(result.type());
                    return Reply.value(true);
                }));
        Enrolled made = enrolled.get();
        return reply.detail(EnrolmentJson.of(effects.begin().sees(made.awaited()) ? made : made.unsent()));
    }

    /** What was done outside for an enrolment that came to nothing is taken back. */
    private Reply orTakenBack(AtomicReference<EnrollToken> latest, Supplier<Reply> enrolment) {
        try {
            return enrolment.get();
        } catch (RuntimeException refused) {
            evidence.takeBack(latest.get());
            throw refused;
        }
    }

    private EnrollToken command(ApiRequest request, Optional<KnownUser> user, EnrolmentTerms terms) {
        Map<String, String> texts = texts(request, terms.parameters());
        showPin(texts, terms.pin());
        EnrollToken enrolment = new EnrollToken(
                        texts,
                        info(request, terms.pin()),
                        pins.toKeep("pin", terms.pin()).orElse(null),
                        user.map(KnownUser::asOwner).orElse(null),
                        user.map(known -> holder(known, texts, terms)).orElse(Holder.NOBODY),
                        user.isPresent() ? null : realm(request.parameters()),
                        terms.toBeVerified() || request.parameters().flag(WANTS_TO_VERIFY))
                .under(new TypeTerms(terms.toType()));
        return request.caller() instanceof Caller.RealmUser ? enrolment.byItsOwner() : enrolment;
    }

    /** A user may enrol his own token anew, but not take over one that is somebody else's or nobody's. */
    private void noteSerial(ApiRequest request, String serial, Optional<KnownUser> user) {
        request.notes().serial(serial);
        if (!(request.caller() instanceof Caller.RealmUser)) {
            return;
        }
        Optional<CandidateRow> taken = selection.find(serial);
        if (taken.isPresent()
                && !user.map(KnownUser::asOwner)
                        .equals(Optional.ofNullable(taken.get().owner()))) {
            throw ApiException.tokenAdmin("This token is already assigned to another user.");
        }
    }

    private static Map<String, String> texts(ApiRequest request, ParameterTerms terms) {
        Parameters parameters = request.parameters();
        Map<String, String> texts = new HashMap<>(terms.said());
        for (String name : parameters.names()) {
            if (!NOT_PASSED_ON.contains(name) && !terms.decideAbout(name)) {
                parameters.written(name).ifPresent(text -> texts.put(name, text));
            }
        }
        texts.remove(ORIGIN);
        request.header(ORIGIN).ifPresent(page -> texts.put(ORIGIN, page));
        return texts;
    }

    /** Few types see it: those that put something under it. */
    private void showPin(Map<String, String> texts, PinTerms terms) {
        if (types.find(texts.getOrDefault("type", TokenTypes.DEFAULT))
                .filter(type -> type.has(Trait.SEES_PIN))
                .isPresent()) {
            terms.pin().ifPresent(pin -> texts.put(EnrolmentRequest.PIN, pin.reveal()));
        }
    }

    private Holder holder(KnownUser user, Map<String, String> texts, EnrolmentTerms terms) {
        String type = texts.getOrDefault("type", TokenTypes.DEFAULT);
        if (types.find(type)
                .filter(found -> found.has(Trait.SENDS) || found.has(Trait.READS_OWNER))
                .isPresent()) {
            return holders.asFarAsKnown(user);
        }
        return holders.of(
                user,
                texts.getOrDefault("tokenlabel", "")
                        + texts.getOrDefault("tokenissuer", "")
                        + terms.toType().values());
    }

    private static Map<String, String> info(ApiRequest request, PinTerms pin) {
        Map<String, String> info = Pins.due(pin);
        info.putAll(GivenInfo.of(request.parameters()));
        return info;
    }

    private String realm(Parameters parameters) {
        Optional<String> realm = parameters.nonEmptyText("realm").map(name -> name.toLowerCase(Locale.ROOT));
        if (realm.isPresent() && !directory.realmExists(realm.get())) {
            throw ApiException.notFound("Realm '" + realm.get() + "' does not exist.");
        }
        return realm.orElse(null);
    }
}
