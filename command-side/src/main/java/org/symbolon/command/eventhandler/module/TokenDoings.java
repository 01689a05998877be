package org.symbolon.command.eventhandler.module;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.eventhandler.deed.Deed;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.command.eventhandler.fact.HandlerOptions;
import org.symbolon.command.eventhandler.fact.RaisedEvent;
import org.symbolon.command.eventhandler.fact.SubjectToken;
import org.symbolon.command.eventhandler.text.TaggedText;
import org.symbolon.command.eventhandler.text.TimeTags;
import org.symbolon.command.token.ChangeTokenRealms;
import org.symbolon.command.token.ConfigureToken;
import org.symbolon.command.token.DescribeToken;
import org.symbolon.command.token.JoinTokenGroup;
import org.symbolon.command.token.LeaveTokenGroup;
import org.symbolon.command.token.SetFailCounter;
import org.symbolon.command.token.SetTokenInfo;
import org.symbolon.events.shared.TokenDates;

/** What the module for tokens does to each token of an event. Where there is none, it does nothing. */
final class TokenDoings {

    private static final String MACHINE = "machine ID";
    private static final List<String> OF_AN_APPLICATION =
            List.of("service_id", "user", "count", "rounds", "slot", "partition");

    private TokenDoings() {}

    /** Does the same to each of them. */
    static Doing each(Function<String, Object> command, String verb) {
        return (request, options) -> each(request, serial -> order(command.apply(serial), verb, serial));
    }

    private static List<Deed> each(HandledRequest request, Function<String, Deed> deed) {
        List<String> serials = request.serials();
        return serials.isEmpty()
                ? List.of(new Deed.Nothing("the request is about no token", true))
                : serials.stream().map(deed).toList();
    }

    private static Deed order(Object command, String verb, String serial) {
        return Deed.Order.of(command, verb + " token " + serial);
    }

    static List<Deed> realms(HandledRequest request, HandlerOptions options) {
        String realm = options.required("realm").toLowerCase(Locale.ROOT);
        return each(request, serial -> {
            TreeSet<String> realms = new TreeSet<>(List.of(realm));
            if (!options.flag("only_realm")) {
                request.lookups().token(serial).map(SubjectToken::realms).ifPresent(realms::addAll);
            }
            return order(new ChangeTokenRealms(serial, List.copyOf(realms)), "put into " + realms, serial);
        });
    }

    static List<Deed> randomPin(HandledRequest request, HandlerOptions options) {
        int length = options.given("length").isPresent() ? options.number("length") : 6;
        if (length < 1 || length > TokenModule.LONGEST_PIN) {
            throw Refusal.parameter("The option 'length' must be from 1 to " + TokenModule.LONGEST_PIN);
        }
        return each(request, serial -> new Deed.RandomPin(serial, length));
    }

    static List<Deed> description(HandledRequest request, HandlerOptions options) {
        String description = filled(options.text("description", ""), request.event());
        return each(request, serial -> order(new DescribeToken(serial, description), "describe", serial));
    }

    private static String filled(String template, RaisedEvent event) {
        String timed = TimeTags.inMicroseconds(template, event.now());
        return TaggedText.filled(timed, tag -> switch (tag) {
            case "client_ip", "ua_browser", "ua_string" -> EventTags.ofRequest(tag, event);
            case "username", "realm" -> "N/A";
            default -> null;
        });
    }

    static List<Deed> validity(HandledRequest request, HandlerOptions options) {
        Map<String, String> info = new TreeMap<>();
        options.given("valid from").ifPresent(text -> info.put("validity_period_start", date(text, request)));
        options.given("valid till").ifPresent(text -> info.put("validity_period_end", date(text, request)));
        return each(request, serial -> order(new SetTokenInfo(serial, info), "set the validity of", serial));
    }

    private static String date(String text, HandledRequest request) {
        return TimeTags.from(request.event().now(), text)
                .map(time -> TokenDates.toMinutes(time.toInstant()))
                .or(() -> TokenDates.normalised(text))
                .orElseThrow(() -> Refusal.parameter("This is neither a date nor an offset: '" + text + "'"));
    }

    static List<Deed> countWindow(HandledRequest request, HandlerOptions options) {
        int window = options.number("count window");
        return each(
                request,
                serial -> order(
                        new ConfigureToken(serial, null, window, null, null, Map.of(), null),
                        "set the count window of",
                        serial));
    }

    static List<Deed> failLimit(HandledRequest request, HandlerOptions options) {
        int limit = options.number("max failcount");
        return each(
                request,
                serial -> order(
                        new ConfigureToken(serial, null, null, null, limit, Map.of(), null),
                        "set the limit of failures of",
                        serial));
    }

    static List<Deed> info(HandledRequest request, HandlerOptions options) {
        String key = options.required("key");
        String value = filled(options.text("value", ""), request.event());
        return each(
                request, serial -> order(new SetTokenInfo(serial, Map.of(key, value)), "write " + key + " of", serial));
    }

    static List<Deed> removedInfo(HandledRequest request, HandlerOptions options) {
        String key = options.required("key");
        Map<String, String> removal = Collections.unmodifiableMap(new HashMap<>(Collections.singletonMap(key, null)));
        return each(request, serial -> order(new SetTokenInfo(serial, removal), "remove " + key + " of", serial));
    }

    static List<Deed> failCounter(HandledRequest request, HandlerOptions options) {
        Optional<Integer> wanted = number(options.required("fail counter"));
        return each(request, serial -> wanted.map(count -> failCounter(serial, count))
                .orElseGet(TokenDoings::noNumber));
    }

    static List<Deed> changedFailCounter(HandledRequest request, HandlerOptions options) {
        Optional<Integer> change = number(options.required("change fail counter"));
        return each(request, serial -> change.map(by -> failCounter(serial, counted(request, serial) + by))
                .orElseGet(TokenDoings::noNumber));
    }

    private static int counted(HandledRequest request, String serial) {
        return request.lookups().token(serial).map(SubjectToken::failCount).orElseThrow(Refusal::tokenNotFound);
    }

    private static Deed failCounter(String serial, int count) {
        return order(new SetFailCounter(serial, Math.max(0, count)), "set the fail counter of", serial);
    }

    private static Deed noNumber() {
        return new Deed.Nothing("the fail counter is to be no number", true);
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.valueOf(text.replace(" ", "")));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    static List<Deed> joinedGroup(HandledRequest request, HandlerOptions options) {
        String group = options.required("tokengroup");
        return each(
                request,
                serial -> order(new JoinTokenGroup(serial, group, true), "put into the group " + group, serial));
    }

    static List<Deed> leftGroup(HandledRequest request, HandlerOptions options) {
        String group = options.required("tokengroup");
        return each(
                request, serial -> order(new LeaveTokenGroup(serial, group), "take out of the group " + group, serial));
    }

    static List<Deed> application(HandledRequest request, HandlerOptions options) {
        String application = options.required("application");
        Map<String, String> more = new TreeMap<>();
        OF_AN_APPLICATION.forEach(name -> options.given(name).ifPresent(value -> more.put(name, value)));
        return each(request, serial -> new Deed.Attach(serial, application, options.text(MACHINE, ""), more));
    }
}
