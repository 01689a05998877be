package org.symbolon.api.config;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.ConfigurationSource;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.config.DeleteSetting;
import org.symbolon.command.config.StoreSettings;
import org.symbolon.command.config.StoreSettings.NewSetting;
import org.symbolon.events.shared.Secret;
import org.symbolon.policy.action.AdminActions;

/**
 * How much parts of the server write into the log, while it runs. A level is a setting of the system: it holds on all nodes and after a
 * restart, and has a history.
 */
@Component
public class LogLevelEndpoint implements Endpoint {

    /** What stands before the part in the key of the setting. */
    public static final String PREFIX = "loglevel.";

    /** The levels that can be set; none keeps errors out of the log. */
    public static final List<String> LEVELS = List.of("ERROR", "WARN", "INFO", "DEBUG", "TRACE");

    /** Parts that can be set, all of the server's own: libraries might write down what goes over the wire, secrets included. */
    public static final Pattern PART = Pattern.compile("[a-z][A-Za-z0-9_]*(\\.[A-Za-z0-9_]+)*");

    /** The part that is all of them. */
    public static final String ALL = "all";

    private static final int LONGEST = 200;
    private static final String ONE = "/loglevel/<part>";

    private final CommandDispatcher commands;
    private final ConfigurationSource configuration;

    public LogLevelEndpoint(CommandDispatcher commands, ConfigurationSource configuration) {
        this.commands = commands;
        this.configuration = configuration;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin("GET", "/loglevel/", this::list)
                        .needs(AdminActions.CONFIGREAD)
                        .does("Lists parts of the server that write more or less into the log than they usually do.")
                        .answers(Shape.mapOf("The level by part.", Shape.text(""))),
                Route.admin("POST", ONE, this::set)
                        .needs(AdminActions.CONFIGWRITE)
                        .does("Says how much a part of the server writes into the log, on all nodes and from now on.")
                        .takes(
                                "part",
                                Shape.text("A package or class of Symbolon, such as `reactions.feed`, or `all`."))
                        .takes(
                                "level",
                                Shape.choice("From which level on.", LEVELS.toArray(String[]::new))
                                        .required())
                        .answers(Shape.flag("True.")),
                Route.admin("DELETE", ONE, this::reset)
                        .needs(AdminActions.CONFIGDELETE)
                        .does("Has a part of the server write into the log what it usually does.")
                        .takes("part", Shape.text("The package or class."))
                        .answers(Shape.flag("True."))
                        .refuses(302, "It does so."));
    }

    private Reply list(ApiRequest request) {
        Map<String, String> levels = new TreeMap<>();
        configuration.now().settings().forEach((key, entry) -> {
            if (key.startsWith(PREFIX) && !entry.isSecret()) {
                levels.put(key.substring(PREFIX.length()), entry.value());
            }
        });
        request.notes().success(true);
        return Reply.value(levels);
    }

    private Reply set(ApiRequest request) {
        String key = key(request);
        String level = request.parameters().required("level");
        if (!LEVELS.contains(level)) {
            throw ApiException.parameter("Parameter 'level' must be one of " + String.join(", ", LEVELS));
        }
        request.notes().info(key + "=" + level);
        NewSetting setting = new NewSetting(Secret.of(level), null, null);
        return commands.send(request, new StoreSettings(Map.of(key, setting)), stored -> succeed(request));
    }

    private Reply reset(ApiRequest request) {
        String key = key(request);
        request.notes().info(key);
        return commands.send(request, new DeleteSetting(key), none -> succeed(request));
    }

    private static String key(ApiRequest request) {
        String part = request.parameters().required("part");
        if (part.length() > LONGEST || !PART.matcher(part).matches()) {
            throw ApiException.parameter("Parameter 'part' must be a package or class of Symbolon, or 'all'");
        }
        return PREFIX + part;
    }

    private static Reply succeed(ApiRequest request) {
        request.notes().success(true);
        return Reply.value(true);
    }
}
