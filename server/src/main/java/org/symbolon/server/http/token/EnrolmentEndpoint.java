package org.symbolon.server.http.token;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.symbolon.command.secret.PinVerifier;
import org.symbolon.command.token.EnrollToken;
import org.symbolon.command.token.Enrolled;
import org.symbolon.command.token.SeedEvidence;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.user.KnownUser;
import org.symbolon.command.user.TokenHolders;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.events.shared.Caller;
import org.symbolon.projections.token.CandidateRow;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.Parameters;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.Route;
import org.symbolon.server.http.Shape;
import org.symbolon.server.http.login.RequestUsers;
import org.symbolon.server.policy.PinDueDate;
import org.symbolon.server.policy.RequestedLimits;
import org.symbolon.server.policy.RequestedVerification;

/** Enrols tokens. */
public class EnrolmentEndpoint implements Endpoint {

    /** What the command is told otherwise. */
    private static final Set<String> NOT_PASSED_ON =
            Set.of("pin", "encryptpin", "info", "user", "realm", "resolver", "nonce");

    private static final Shape OF_EVERY_TYPE = Shape.fields("")
            .with("type", Shape.text("The type of token.").or("hotp"))
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

    private static final Shape OF_SOME_TYPES = Shape.fields("")
            .with("genkey", Shape.flag("Has the server make the seed or password."))
            .with("keysize", Shape.number("How many bytes a seed that is made has."))
            .with("key_size", Shape.number("The same."))
            .with("otpkey", Shape.secret("The seed in hexadecimal digits, or the password."))
            .with("otpkeyformat", Shape.choice("How the seed is written.", "hex", "base32check"))
            .with("otplen", Shape.number("The length of its values."))
            .with("hashlib", Shape.choice("Its hash function.", "sha1", "sha256", "sha512"))
            .with("timeStep", Shape.number("The seconds between two values of a TOTP token."))
            .with("timeWindow", Shape.number("The seconds around now in which values are accepted."))
            .with("timeShift", Shape.number("The drift of its clock, in seconds."))
            .with("useTimeShift", Shape.text("Whether it learns its drift."))
            .with("tokenlabel", Shape.text("What an authenticator app calls it."))
            .with("tokenissuer", Shape.text("Who an authenticator app says it is from."))
            .with("appimageurl", Shape.text("The address of a picture that an authenticator app shows."))
            .with("2stepinit", Shape.flag("Has the client make a part of the seed, where a policy lets it."))
            .with(
                    "2step_clientsize",
                    Shape.number("How many bytes that part has.").or(8))
            .with("2step_serversize", Shape.number("How many bytes the server's part has."))
            .with(
                    "2step_difficulty",
                    Shape.number("In how many rounds the seed is made of both.").or(10_000))
            .with("rollover", Shape.flag("Begins an enrolment in two steps anew."))
            .with("verify", Shape.secret("A value of the new token, where a policy wants one."))
            .with("force_app_pin", Shape.flag("Has an authenticator app lock the token."))
            .with("<type>.<name>", Shape.text("A parameter of one type, such as `totp.timeStep`."));

    private final CommandDispatcher commands;
    private final TokenSelection selection;
    private final RequestUsers users;
    private final UserDirectory directory;
    private final SeedEvidence seeds;
    private final TokenHolders holders;
    private final Pins pins;

    public EnrolmentEndpoint(
            CommandDispatcher commands,
            TokenSelection selection,
            RequestUsers users,
            UserDirectory directory,
            SeedEvidence seeds,
            PinVerifier verifier) {
        this.commands = commands;
        this.selection = selection;
        this.users = users;
        this.directory = directory;
        this.seeds = seeds;
        this.holders = new TokenHolders(directory);
        this.pins = new Pins(verifier);
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.user("POST", "/token/init", this::enrol)
                .does("Enrols a token; one of the same serial and type anew.")
                .takes(OF_EVERY_TYPE)
                .takes(OF_SOME_TYPES)
                .answers(Shape.flag("True."))
                .tells(EnrolmentJson.SHAPE)
                .refuses(303, "A policy forbids it: there are too many tokens, or the PIN is none that it allows.")
                .refuses(301, "The serial is taken by a token of another type or of somebody else.")
                .refuses(601, "There is no such realm.")
                .refuses(1007, "The token is revoked."));
    }

    private Reply enrol(ApiRequest request) {
        Optional<KnownUser> user = users.chosen(request);
        request.parameters().text("serial").ifPresent(serial -> noteSerial(request, serial, user));
        request.notes().tokenType(request.parameters().nonEmptyText("type").orElse("hotp"));
        EnrollToken command = new EnrollToken(
                texts(request.parameters()),
                info(request),
                pins.in(request, "pin").orElse(null),
                user.map(KnownUser::asOwner).orElse(null),
                user.map(known -> holder(known, request.parameters())).orElse(Holder.NOBODY),
                user.isPresent() ? null : realm(request.parameters()),
                RequestedVerification.isWanted(request));
        AtomicReference<Enrolled> enrolled = new AtomicReference<>();
        Supplier<?> prepared = () -> RequestedLimits.within(request, seeds.prepared(command));
        Reply reply = commands.sendFresh(request, prepared, (Enrolled result) -> {
            enrolled.set(result);
            request.notes().success(true).serial(result.serial()).tokenType(result.type());
            return Reply.value(true);
        });
        return reply.detail(EnrolmentJson.of(enrolled.get()));
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

    private static Map<String, String> texts(Parameters parameters) {
        Map<String, String> texts = new HashMap<>();
        for (String name : parameters.names()) {
            if (!NOT_PASSED_ON.contains(name)) {
                parameters.printed(name).ifPresent(text -> texts.put(name, text));
            }
        }
        return texts;
    }

    private Holder holder(KnownUser user, Parameters parameters) {
        return holders.of(
                user,
                parameters.printed("tokenlabel").orElse("")
                        + parameters.printed("tokenissuer").orElse(""));
    }

    /** Entries with empty values are skipped. */
    private static Map<String, String> info(ApiRequest request) {
        Parameters parameters = request.parameters();
        Map<String, String> info = new HashMap<>(PinDueDate.of(request));
        if (parameters.filled("info")) {
            InfoTexts.of(parameters.object("info").orElse(Map.of())).forEach((key, value) -> {
                if (value != null && !value.isEmpty() && !value.equals("0") && !value.equals("False")) {
                    info.put(key, value);
                }
            });
        }
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
