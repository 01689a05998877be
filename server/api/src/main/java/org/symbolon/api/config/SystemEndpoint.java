package org.symbolon.api.config;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.ConfigurationSource;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.config.DeleteSetting;
import org.symbolon.command.config.StoreSettings;
import org.symbolon.command.config.StoreSettings.NewSetting;
import org.symbolon.command.config.StoreSettings.Stored;
import org.symbolon.command.resolver.ResolverCommands;
import org.symbolon.command.shared.Randomness;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Secret;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.policy.rights.Over;

/** The system settings. Secret ones are written but never answered. */
@Component
public class SystemEndpoint implements Endpoint {

    /** Settings that read as true when nobody has stored them. */
    private static final List<String> TRUE_UNLESS_STORED =
            List.of("PrependPin", "splitAtSign", "IncFailCountOnFalsePin", "ReturnSamlAttributes");

    private static final List<String> DEFAULTS = List.of(
            "DefaultMaxFailCount", "DefaultSyncWindow", "DefaultCountWindow", "DefaultOtpLen", "DefaultResetFailCount");
    private static final int USAGE = 77;
    private static final int ALREADY_UNLOCKED = 707;
    private static final int MOST_RANDOM_BYTES = 4096;

    private static final Shape STORED = Shape.mapOf("By key.", Shape.choice("Whether it is new.", "insert", "update"));
    private static final Shape OF_TOKENS = Shape.fields("")
            .with("DefaultMaxFailCount", Shape.number("How many failures lock a token."))
            .with("DefaultSyncWindow", Shape.number("How many values ahead bring one back into step."))
            .with("DefaultCountWindow", Shape.number("How many values ahead are accepted."))
            .with("DefaultOtpLen", Shape.number("The length of the values."))
            .with("DefaultResetFailCount", Shape.flag("Whether a right value forgets the failures."));

    private final CommandDispatcher commands;
    private final ConfigurationSource configuration;
    private final Randomness randomness;

    public SystemEndpoint(CommandDispatcher commands, ConfigurationSource configuration, Randomness randomness) {
        this.commands = commands;
        this.configuration = configuration;
        this.randomness = randomness;
    }

    @Override
    public List<Route> routes() {
        return Stream.concat(settings(), beside()).toList();
    }

    private Stream<Route> settings() {
        return Stream.of(
                Route.user("GET", "/system/", this::list)
                        .needsNoRight("Who has no right to read settings sees the public ones.")
                        .does(
                                "Lists the system settings; users and whoever may not read them see the public ones, and secrets are censored.")
                        .takes(ConfigurationSource.PARAMETERS)
                        .answers(Shape.mapOf("By key.", Shape.text("").orNull()))
                        .refuses(303, "A user asks about the past."),
                Route.user("GET", "/system/<key>", this::get)
                        .needsNoRight("Who has no right to read settings sees the public ones.")
                        .does("Shows one system setting.")
                        .takes("key", Shape.text("Its key."))
                        .takes(ConfigurationSource.PARAMETERS)
                        .answers(Shape.text("What it says; null where it is unknown.")
                                .orNull())
                        .refuses(303, "A user asks about the past."),
                Route.admin("POST", "/system/setConfig", this::store)
                        .needs(AdminActions.CONFIGWRITE)
                        .does("Stores system settings: every parameter is one.")
                        .takes("<key>", Shape.text("What the setting of this key says."))
                        .takes("<key>.type", Shape.text("`password` has it sealed, `public` shows it to users."))
                        .takes("<key>.desc", Shape.text("What it is for."))
                        .answers(STORED),
                Route.admin("POST", "/system/setDefault", this::storeDefaults)
                        .needs(AdminActions.CONFIGWRITE)
                        .does("Stores the defaults of new tokens, whatever the case of their names.")
                        .takes(OF_TOKENS)
                        .answers(STORED)
                        .refuses(USAGE, "None of them is given."),
                Route.admin("DELETE", "/system/<key>", this::delete)
                        .needs(AdminActions.CONFIGDELETE)
                        .does("Deletes a system setting.")
                        .takes("key", Shape.text("Its key."))
                        .answers(Shape.flag("True."))
                        .refuses(302, "There is no such setting."));
    }

    private Stream<Route> beside() {
        return Stream.of(
                Route.admin("GET", "/system/random", this::random)
                        .needs(AdminActions.GETRANDOM, Over.ANYTHING)
                        .does("Answers random bytes.")
                        .takes("len", Shape.number("How many, up to 4096.").or(20))
                        .takes(
                                "encode",
                                Shape.choice("How they are written.", "hex", "b64")
                                        .or("hex"))
                        .answers(Shape.secret("The bytes.")),
                Route.admin("GET", "/system/hsm", this::securityModule)
                        .needsNoRight("It tells whether the keys are there.")
                        .does("Tells whether the master key is at hand; it always is.")
                        .answers(Shape.fields("").with("is_ready", Shape.flag("True."))),
                Route.admin("POST", "/system/hsm", this::unlock)
                        .needs(AdminActions.SET_HSM_PASSWORD)
                        .does("Would unlock the master key, which needs none.")
                        .takes("password", Shape.secret("Any.").required())
                        .refuses(ALREADY_UNLOCKED, "It is unlocked."));
    }

    private Reply list(ApiRequest request) {
        Map<String, String> visible = visible(request);
        request.notes().success(true);
        return Reply.value(visible);
    }

    private Reply get(ApiRequest request) {
        String key = request.parameters().required("key");
        String value = visible(request).get(key);
        request.notes().success(true).info(key);
        return Reply.value(value);
    }

    /** What the caller may see: whoever may not read settings only what is public, and nobody a secret. */
    private Map<String, String> visible(ApiRequest request) {
        boolean seesAll = request.rights().readsSettings();
        Map<String, String> visible = new TreeMap<>();
        TRUE_UNLESS_STORED.forEach(key -> visible.put(key, "True"));
        configuration.wanted(request).settings().forEach((key, entry) -> {
            if (seesAll || "public".equals(entry.type()) || TRUE_UNLESS_STORED.contains(key)) {
                visible.put(key, shown(entry));
            }
        });
        return visible;
    }

    private static String shown(ConfigEntry entry) {
        return entry.isSecret() ? ResolverCommands.CENSORED : entry.value();
    }

    /** Each parameter is a setting; {@code key.type} and {@code key.desc} say more of the setting {@code key}. */
    private Reply store(ApiRequest request) {
        Parameters parameters = request.parameters();
        Map<String, NewSetting> settings = new LinkedHashMap<>();
        for (String name : parameters.names()) {
            String last = name.substring(name.lastIndexOf('.') + 1);
            if (!last.equals("type") && !last.equals("desc")) {
                settings.put(name, setting(parameters, name));
            }
        }
        return store(request, settings);
    }

    private static NewSetting setting(Parameters parameters, String key) {
        String type = parameters.text(key + ".type").orElse(PublicSettings.contains(key) ? "public" : null);
        String value = parameters.printed(key).orElse("");
        return new NewSetting(
                Secret.of(value), type, parameters.text(key + ".desc").orElse(null));
    }

    private Reply storeDefaults(ApiRequest request) {
        Map<String, NewSetting> settings = new LinkedHashMap<>();
        for (String name : request.parameters().names()) {
            DEFAULTS.stream()
                    .filter(known -> known.equalsIgnoreCase(name))
                    .forEach(known -> settings.put(
                            known,
                            new NewSetting(
                                    Secret.of(request.parameters().printed(name).orElse("")), null, null)));
        }
        if (settings.isEmpty()) {
            throw ApiException.of(USAGE, "Usage: parameters are: " + String.join(", ", DEFAULTS));
        }
        return store(request, settings);
    }

    private Reply store(ApiRequest request, Map<String, NewSetting> settings) {
        return commands.send(request, new StoreSettings(settings), (Map<String, Stored> stored) -> {
            Map<String, Object> value = new LinkedHashMap<>();
            List<String> audited = new ArrayList<>();
            stored.forEach((key, what) -> {
                value.put(key, what.isNew() ? "insert" : "update");
                audited.add(key + "="
                        + (what.isSecret() ? "***" : settings.get(key).value().reveal()));
            });
            request.notes().success(true).info(String.join(", ", audited));
            return Reply.value(value);
        });
    }

    private Reply delete(ApiRequest request) {
        String key = request.parameters().required("key");
        request.notes().info(key);
        return commands.send(request, new DeleteSetting(key), (Object none) -> {
            request.notes().success(true);
            return Reply.value(true);
        });
    }

    private Reply random(ApiRequest request) {
        int length = request.parameters().integer("len", 20);
        if (length < 1 || length > MOST_RANDOM_BYTES) {
            throw ApiException.parameter("Parameter 'len' must be a number from 1 to " + MOST_RANDOM_BYTES);
        }
        String encoding = request.parameters().text("encode").orElse("hex").toLowerCase(Locale.ROOT);
        request.notes().success(true);
        if (encoding.equals("b64")) {
            return Reply.value(Base64.getEncoder().encodeToString(randomness.bytes(length)));
        }
        return Reply.value(randomness.hex(length));
    }

    /** The master key is a file that the start has read, so it is always ready. */
    private Reply securityModule(ApiRequest request) {
        request.notes().success(true);
        return Reply.value(Map.of("is_ready", true));
    }

    private Reply unlock(ApiRequest request) {
        request.parameters().required("password");
        throw ApiException.of(ALREADY_UNLOCKED, "HSM already set up.");
    }
}
