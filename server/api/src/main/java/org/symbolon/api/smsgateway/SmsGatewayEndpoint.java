package org.symbolon.api.smsgateway;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.symbolon.api.definition.DefinitionEndpoint;
import org.symbolon.api.definition.DefinitionRights;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.secret.Censored;
import org.symbolon.command.smsgateway.DeleteSmsGateway;
import org.symbolon.command.smsgateway.RemoveSmsGatewayOption;
import org.symbolon.command.smsgateway.SaveSmsGateway;
import org.symbolon.events.shared.Secret;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.projections.smsgateway.SmsGatewayTable;
import org.symbolon.projections.smtpserver.SmtpServerTable;
import org.symbolon.query.definition.DefinitionView;
import org.symbolon.query.definition.ListDefinitions;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.query.smsgateway.ListSmsGatewayOptions;
import org.symbolon.query.smsgateway.SmsGatewayOptionView;

/** SMS gateways: what is defined of them, and which kinds there are. */
@Component
public class SmsGatewayEndpoint extends DefinitionEndpoint {

    private static final DefinitionRights RIGHTS = new DefinitionRights(
            AdminActions.SMSGATEWAY_READ, AdminActions.SMSGATEWAY_WRITE, AdminActions.SMSGATEWAY_WRITE);

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

    private final QueryDispatcher queries;

    public SmsGatewayEndpoint(CommandDispatcher commands, QueryDispatcher queries) {
        super(
                commands,
                queries,
                SmsGatewayTable.TABLE,
                "/smsgateway/",
                "identifier",
                SHAPE,
                DeleteSmsGateway::new,
                RIGHTS);
        this.queries = queries;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                listing("Lists SMS gateways; secrets are censored."),
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
                deleting("Deletes an SMS gateway.", Shape.number("The number that it had.")),
                Route.admin("DELETE", "/smsgateway/option/<gwid>/<key>", this::removeOption)
                        .needs(AdminActions.SMSGATEWAY_WRITE)
                        .does("Takes an option or a header from an SMS gateway.")
                        .takes("gwid", Shape.number("Its number."))
                        .takes("key", Shape.text("`option.` or `header.` and the key."))
                        .answers(Shape.number("The number of the row that is gone."))
                        .refuses(601, "It does not exist."));
    }

    @Override
    protected Shape listed() {
        return Shape.listOf("The gateways.", SHAPE);
    }

    @Override
    protected List<Map<String, Object>> listed(List<DefinitionView> gateways) {
        List<SmsGatewayOptionView> options = queries.list(new ListSmsGatewayOptions(), SmsGatewayOptionView.class);
        return gateways.stream()
                .sorted(Comparator.comparingInt(DefinitionView::number))
                .map(gateway -> json(gateway, options))
                .toList();
    }

    /** A text that is no number asks for all, as clients of eduMFA know it. */
    private Reply get(ApiRequest request) {
        String wanted = request.parameters().required("gwid");
        request.notes().success(true).info(wanted);
        if (wanted.equals("providers")) {
            return Reply.value(SmsProviders.json(mailServers()));
        }
        if (!isNumber(wanted)) {
            return Reply.value(listed(defined()));
        }
        Optional<Integer> number = number(wanted);
        return Reply.value(listed(defined().stream()
                .filter(gateway -> number.equals(Optional.of(gateway.number())))
                .toList()));
    }

    private List<String> mailServers() {
        return queries.list(new ListDefinitions(SmtpServerTable.TABLE), DefinitionView.class).stream()
                .map(DefinitionView::name)
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

    private static Map<String, Object> json(DefinitionView gateway, List<SmsGatewayOptionView> options) {
        Map<String, Object> json = new HashMap<>(gateway.columns());
        json.put("id", gateway.number());
        json.put("name", gateway.name());
        json.put("options", shown(gateway, options, false));
        json.put("headers", shown(gateway, options, true));
        return json;
    }

    private static Map<String, String> shown(
            DefinitionView gateway, List<SmsGatewayOptionView> options, boolean headers) {
        return options.stream()
                .filter(option -> option.gateway() == gateway.number() && option.header() == headers)
                .collect(Collectors.toMap(
                        SmsGatewayOptionView::key, option -> option.value().orElse(Censored.TEXT)));
    }

    @Override
    protected Object commandToSave(ApiRequest request) {
        Parameters parameters = request.parameters();
        String name = parameters.requiredNonEmpty("name");
        String module = parameters.required("module");
        request.notes().info(name);
        return new SaveSmsGateway(
                name,
                module,
                parameters.text("description").orElse(null),
                entries(parameters, OPTION),
                entries(parameters, HEADER));
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

    private Reply removeOption(ApiRequest request) {
        String key = request.parameters().required("key");
        Optional<Integer> number = number(request.parameters().required("gwid"));
        request.notes().info(key);
        if (number.isEmpty()) {
            throw ApiException.notFound("The requested SMSGatewayOption could not be found.");
        }
        boolean header = key.startsWith(HEADER);
        String name = header || key.startsWith(OPTION) ? key.substring(HEADER.length()) : key;
        return send(request, new RemoveSmsGatewayOption(number.get(), header, name));
    }
}
