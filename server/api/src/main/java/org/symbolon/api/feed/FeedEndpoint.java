package org.symbolon.api.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.definition.DefinitionEndpoint;
import org.symbolon.api.definition.DefinitionRights;
import org.symbolon.api.definition.EntriesJson;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.feed.DeleteFeed;
import org.symbolon.command.feed.FeedType;
import org.symbolon.command.feed.SaveFeed;
import org.symbolon.command.secret.GivenEntries;
import org.symbolon.events.shared.Secret;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.projections.feed.FeedTable;
import org.symbolon.query.definition.DefinitionView;
import org.symbolon.query.feed.FactFilter;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.reactions.feed.port.FeedRecords;

/** Feeds of facts to other systems: what is defined of them, and how far they have come. */
@Component
public class FeedEndpoint extends DefinitionEndpoint {

    private static final DefinitionRights RIGHTS =
            new DefinitionRights(AdminActions.FEED_READ, AdminActions.FEED_WRITE, AdminActions.FEED_WRITE);

    private static final Shape SETTINGS = Shape.fields("")
            .with("active", Shape.flag("Whether it is fed.").or(true))
            .with(
                    "kinds",
                    Shape.text(
                            "Which events, by name, with commas between; `Token*` is all that begin so. All without it."))
            .with("realms", Shape.text("Of which realms, with commas between. All, and what is of none, without it."))
            .with(
                    "start",
                    Shape.choice("Where a new feed begins.", "now", "beginning").or("now"))
            .with("batch", Shape.number("How many facts at once at most.").or(200))
            .with("only_on_node", Shape.text("The only node that feeds it; any without it."))
            .with("description", Shape.text("What it is for."))
            .with("url", Shape.text("`webhook`: where facts are posted to."))
            .with("secret", Shape.secret("`webhook`: with what they are signed, at least 24 characters."))
            .with("authorization", Shape.secret("`webhook`: what stands in the header of this name."))
            .with(
                    "tls",
                    Shape.flag("`webhook`, `syslog`, `kafka`: whether the certificate is verified.")
                            .or(true))
            .with(
                    "timeout",
                    Shape.number("`webhook`, `syslog`, `kafka`: after how many seconds to give up; 30 for `kafka`.")
                            .or(10))
            .with("server", Shape.text("`syslog`: the server."))
            .with("port", Shape.number("`syslog`: its port.").or(6514))
            .with(
                    "format",
                    Shape.choice("`syslog`: the form of messages.", "json", "cef")
                            .or("json"))
            .with("facility", Shape.number("`syslog`: the facility.").or(10))
            .with(
                    "authorities",
                    Shape.text(
                            "`syslog`, `kafka`: a file with the authorities that are trusted, as user stores have it."))
            .with(
                    "confirm",
                    Shape.flag("`syslog`: whether the server must end each connection in order.")
                            .or(true))
            .with("file", Shape.text("`file`: its name."))
            .with(
                    "megabytes",
                    Shape.number("`file`: how large it becomes before a new one is begun.")
                            .or(100))
            .with(
                    "keep",
                    Shape.number("`file`: how many former ones are kept; all with 0.")
                            .or(0));

    private static final Shape OF_KAFKA = Shape.fields("")
            .with("brokers", Shape.text("`kafka`: brokers of the cluster with their ports, with commas between."))
            .with("topic", Shape.text("`kafka`: the topic."))
            .with(
                    "encrypted",
                    Shape.flag("`kafka`: whether the brokers are spoken to by TLS.")
                            .or(true))
            .with("client_certificate", Shape.text("`kafka`: the certificate that this server shows, as PEM."))
            .with("client_key", Shape.secret("`kafka`: its private key, as PEM."))
            .with("username", Shape.text("`kafka`: who logs in by SASL; nobody does without it."))
            .with("password", Shape.secret("`kafka`: the password."))
            .with(
                    "mechanism",
                    Shape.choice("`kafka`: how to log in.", "PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512")
                            .or("SCRAM-SHA-512"))
            .with(
                    "compression",
                    Shape.choice("`kafka`: whether what is sent is compressed.", "none", "gzip")
                            .or("none"));

    private static final Shape SHOWN = Shape.fields("")
            .with("id", Shape.number("Its number."))
            .with("type", Shape.text("Its type."))
            .with("options", Shape.mapOf("What it is told; secrets are censored.", Shape.text("")))
            .with("progress", FeedJson.PROGRESS.orNull());

    private final FeedRecords records;

    public FeedEndpoint(CommandDispatcher commands, QueryDispatcher queries, FeedRecords records) {
        super(commands, queries, FeedTable.TABLE, "/feed/", "name", SHOWN, DeleteFeed::new, RIGHTS);
        this.records = records;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                listing("Lists feeds of facts to other systems, and how far they have come."),
                showing("Shows one feed; nothing where it is unknown."),
                saving(
                                "Makes a feed, or changes what is given of it; an empty text takes an option away.",
                                Shape.number("Its number."))
                        .takes(
                                "type",
                                Shape.choice("Its type.", "webhook", "syslog", "file", "kafka")
                                        .required())
                        .takes(SETTINGS)
                        .takes(OF_KAFKA)
                        .refuses(302, "It exists with another type."),
                deleting("Deletes a feed.", Shape.number("The number that it had.")));
    }

    @Override
    protected Map<String, Object> json(DefinitionView feed) {
        Map<String, Object> json = new HashMap<>();
        json.put("id", feed.number());
        json.put("type", feed.text("feedtype"));
        json.put("options", EntriesJson.of(feed.entries()));
        json.put("progress", records.progress(feed.number()).map(FeedJson::of).orElse(null));
        return json;
    }

    @Override
    protected Object commandToSave(ApiRequest request) {
        Parameters parameters = request.parameters();
        String name = named(request);
        Map<String, Secret> options = new HashMap<>();
        for (String option : FeedType.optionNames()) {
            parameters.written(option).ifPresent(text -> options.put(option, Secret.of(text)));
        }
        requireKnownKinds(Optional.ofNullable(options.get("kinds")));
        return new SaveFeed(name, parameters.required("type"), new GivenEntries(options, Map.of(), Map.of()));
    }

    /**
     * A feed of nothing would look like one to which nothing happens.
     *
     * @throws Refusal 905 if no event is called as {@code kinds} says
     */
    public static void requireKnownKinds(Optional<Secret> kinds) {
        FactFilter filter = FactFilter.of(kinds.map(Secret::reveal).orElse(""), "");
        if (!filter.unknownKinds().isEmpty()) {
            throw Refusal.parameter("Parameter 'kinds' names what no event is called");
        }
    }
}
