package org.symbolon.api.serviceid;

import java.util.List;
import org.springframework.stereotype.Component;
import org.symbolon.api.definition.DefinitionEndpoint;
import org.symbolon.api.definition.DefinitionRights;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.serviceid.DeleteServiceid;
import org.symbolon.command.serviceid.SaveServiceid;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.projections.serviceid.ServiceidTable;
import org.symbolon.query.sending.QueryDispatcher;

/** Service ids: names of services that tokens can be attached to. */
@Component
public class ServiceidEndpoint extends DefinitionEndpoint {

    private static final DefinitionRights RIGHTS = new DefinitionRights(
            AdminActions.SERVICEID_LIST, AdminActions.SERVICEID_ADD, AdminActions.SERVICEID_DELETE);

    private static final Shape SHOWN = Shape.fields("")
            .with("id", Shape.number("Its number."))
            .with("description", Shape.text("What it is for.").orNull());

    public ServiceidEndpoint(CommandDispatcher commands, QueryDispatcher queries) {
        super(commands, queries, ServiceidTable.TABLE, "/serviceid/", "name", SHOWN, DeleteServiceid::new, RIGHTS);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                listing("Lists all service ids.").raises("serviceid_list"),
                showing("Shows one service id; nothing where it is unknown.").raises("serviceid_list"),
                saving("Makes a service id, or describes it anew.", Shape.number("Its number."))
                        .raises("serviceid_add")
                        .takes("description", Shape.text("What it is for.")),
                deleting("Deletes a service id.", Shape.number("The number that it had."))
                        .raises("serviceid_delete"));
    }

    @Override
    protected Object commandToSave(ApiRequest request) {
        String description = request.parameters().text("description").orElse(null);
        return new SaveServiceid(named(request), description);
    }
}
