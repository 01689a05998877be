package org.symbolon.server.http.smsgateway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.secret.Censored;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.smsgateway.DeleteSmsGateway;
import org.symbolon.command.smsgateway.RemoveSmsGatewayOption;
import org.symbolon.command.smsgateway.SaveSmsGateway;
import org.symbolon.query.smsgateway.ListSmsGateways;
import org.symbolon.query.smsgateway.SmsGatewayView;
import org.symbolon.query.smtpserver.ListSmtpServers;
import org.symbolon.query.smtpserver.SmtpServerView;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.Parameters;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.Route;
import org.symbolon.server.http.Shape;
import org.symbolon.server.policy.action.AdminActions;
import org.symbolon.server.query.QueryDispatcher;

/** SMS gateways: what is defined of them, and which kinds there are. None is talked to yet. */
public class SmsGatewayEndpoint implements Endpoint {

    private static final String OPTION = "option.";
    private static final String HEADER = "header.";
    private static final int MOST_DIGITS = 9;

    private static final Shape SHAPE = Shape.fields("")
            .with("id", Shape.number("Its number."))
            .with("name", Shape.text("Its name."))
            .with("providermodule", Shape.text("Its kind."))
            .with("description", Shape.text("What it is for.").orNull())
            .with("options", Shape.mapOf("Its options.", Shape.text("")))
            .with("headers", Shape.mapOf("The headers of its requests.", Shape.text("")));

    private final CommandDispatcher commands;
    private final QueryDispatcher queries;

    public SmsGatewayEndpoint(CommandDispatcher commands, QueryDispatcher queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin("GET", "/smsgateway/", this::list)
                        .needs(AdminActions.SMSGATEWAY_READ)
                        .does("Lists SMS gateways; secrets are censored.")
                        .answers(Shape.listOf("The gateways.", SHAPE)),
                Route.admin("GET", "/smsgateway/<gwid>", this::get)
                        .needs(AdminActions.SMSGATEWAY_READ)
                        .does("Shows one SMS gateway, or what kinds there are.")
                        .takes("gwid", Shape.text("Its number, or `providers`; any other text asks for all."))
                        .answers(Shape.anything("A list of gateways, or the kinds by their names.")),
                Route.admin("POST", "/smsgateway", this::save)
                        .needs(AdminActions.SMSGATEWAY_WRITE)
                        .does("Defines an SMS gateway, or defines it anew.")
                        .takes("name", Shape.text("Its name.").required())
                        .takes("module", Shape.text("Its kind.").required())
                        .takes("description", Shape.text("What it is for."))
                        .takes("option.<key>", Shape.text("An option; one that is not sent again is gone."))
                        .takes(
                                "header.<key>",
                                Shape.text("A header of its requests; one that is not sent again is gone."))
                        .answers(Shape.number("Its number.")),
                Route.admin("DELETE", "/smsgateway/<identifier>", this::delete)
                        .needs(AdminActions.SMSGATEWAY_WRITE)
                        .does("Deletes an SMS gateway.")
                        .takes("identifier", Shape.text("Its name."))
                        .answers(Shape.number("The number that it had."))
                        .refuses(601, "It does not exist."),
                Route.admin("DELETE", "/smsgateway/option/<gwid>/<key>", this::removeOption)
                        .needs(AdminActions.SMSGATEWAY_WRITE)
                        .does("Takes an option or a header from an SMS gateway.")
                        .takes("gwid", Shape.number("Its number."))
                        .takes("key", Shape.text("`option.` or `header.` and the key."))
                        .answers(Shape.number("The number of the row that is gone."))
                        .refuses(601, "It does not exist."));
    }

    private Reply list(ApiRequest request) {
        request.notes().success(true);
        return Reply.value(listed(null));
    }

    /** A text that is no number asks for all, as clients of eduMFA know it. */
    private Reply get(ApiRequest request) {
        String wanted = request.parameters().required("gwid");
        request.notes().success(true).info(wanted);
        if (wanted.equals("providers")) {
            return Reply.value(SmsProviders.json(mailServers()));
        }
        if (!isNumber(wanted)) {
            return Reply.value(listed(null));
        }
        return Reply.value(number(wanted).map(this::listed).orElse(List.of()));
    }

    private List<String> mailServers() {
        return queries.list(new ListSmtpServers(), SmtpServerView.class).stream()
                .map(SmtpServerView::identifier)
                .toList();
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(character -> character >= '0' && character <= '9');
    }

    /** Empty for what is none, and for one that is larger than any gateway's. */
    private static Optional<Integer> number(String text) {
        boolean fits = isNumber(text) && !text.isEmpty() && text.length() <= MOST_DIGITS;
        return fits ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private List<Map<String, Object>> listed(Integer number) {
        return queries.list(new ListSmsGateways(number), SmsGatewayView.class).stream()
                .map(SmsGatewayEndpoint::json)
                .toList();
    }

    private static Map<String, Object> json(SmsGatewayView gateway) {
        Map<String, Object> json = new HashMap<>();
        json.put("id", gateway.number());
        json.put("name", gateway.identifier());
        json.put("providermodule", gateway.provider());
        json.put("description", gateway.description());
        json.put("options", shown(gateway.options()));
        json.put("headers", shown(gateway.headers()));
        return json;
    }

    private static Map<String, String> shown(Map<String, Optional<String>> entries) {
        Map<String, String> shown = new HashMap<>();
        entries.forEach((key, value) -> shown.put(key, value.orElse(Censored.TEXT)));
        return shown;
    }

    private Reply save(ApiRequest request) {
        Parameters parameters = request.parameters();
        String name = parameters.requiredNonEmpty("name");
        String module = parameters.required("module");
        request.notes().info(name);
        SaveSmsGateway command = new SaveSmsGateway(
                name,
                module,
                parameters.text("description").orElse(null),
                entries(parameters, OPTION),
                entries(parameters, HEADER));
        return commands.send(request, command, (Integer number) -> succeed(request, number));
    }

    private static Map<String, Secret> entries(Parameters parameters, String prefix) {
        Map<String, Secret> entries = new HashMap<>();
        for (String name : parameters.names()) {
            if (name.startsWith(prefix)) {
                parameters
                        .printed(name)
                        .ifPresent(value -> entries.put(name.substring(prefix.length()), Secret.of(value)));
            }
        }
        return entries;
    }

    private Reply delete(ApiRequest request) {
        String identifier = request.parameters().required("identifier");
        request.notes().info(identifier);
        return commands.send(request, new DeleteSmsGateway(identifier), (Integer number) -> succeed(request, number));
    }

    private Reply removeOption(ApiRequest request) {
        String key = request.parameters().required("key");
        Optional<Integer> number = number(request.parameters().required("gwid"));
        request.notes().info(key);
        if (number.isEmpty()) {
            throw ApiException.notFound("The requested SMSGatewayOption could not be found.");
        }
        boolean header = key.startsWith(HEADER);
        String name = header || key.startsWith(OPTION) ? key.substring(HEADER.length()) : key;
        RemoveSmsGatewayOption command = new RemoveSmsGatewayOption(number.get(), header, name);
        return commands.send(request, command, (Long row) -> succeed(request, row));
    }

    private static Reply succeed(ApiRequest request, Object value) {
        request.notes().success(true);
        return Reply.value(value);
    }
}
