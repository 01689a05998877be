package org.symbolon.api.client;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.HttpDate;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.query.client.ClientView;
import org.symbolon.query.client.ListClients;
import org.symbolon.query.sending.QueryDispatcher;

/** The programs that had log-ins checked, each with the addresses that it was seen at. */
@Component
public class ClientEndpoint implements Endpoint {

    private static final Shape SEEN = Shape.fields("")
            .with("ip", Shape.text("At which address."))
            .with("hostname", Shape.text("Under which name.").orNull())
            .with("lastseen", Shape.text("When last."));

    private final QueryDispatcher queries;

    public ClientEndpoint(QueryDispatcher queries) {
        this.queries = queries;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.admin("GET", "/client/", this::list)
                .needs(AdminActions.CLIENTTYPE)
                .does("Lists the programs that had log-ins checked.")
                .answers(Shape.mapOf("By program.", Shape.listOf("Where it was seen.", SEEN))));
    }

    private Reply list(ApiRequest request) {
        Map<String, List<Map<String, Object>>> byProgram = new TreeMap<>();
        for (ClientView client : queries.list(new ListClients(), ClientView.class)) {
            byProgram
                    .computeIfAbsent(client.program(), program -> new ArrayList<>())
                    .add(json(client));
        }
        request.notes().success(true);
        return Reply.value(byProgram);
    }

    private static Map<String, Object> json(ClientView client) {
        Map<String, Object> json = new HashMap<>();
        json.put("ip", client.address());
        json.put("hostname", client.hostname());
        json.put("lastseen", HttpDate.of(client.lastSeen()));
        return json;
    }
}
