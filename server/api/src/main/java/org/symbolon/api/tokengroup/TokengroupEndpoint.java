package org.symbolon.api.tokengroup;

import java.util.List;
import org.springframework.stereotype.Component;
import org.symbolon.api.definition.DefinitionEndpoint;
import org.symbolon.api.definition.DefinitionRights;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.tokengroup.DeleteTokengroup;
import org.symbolon.command.tokengroup.SaveTokengroup;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.projections.tokengroup.TokengroupTable;
import org.symbolon.query.sending.QueryDispatcher;

/** Token groups; which tokens are in them is the business of the tokens. */
@Component
public class TokengroupEndpoint extends DefinitionEndpoint {

    private static final DefinitionRights RIGHTS = new DefinitionRights(
            AdminActions.TOKENGROUP_LIST, AdminActions.TOKENGROUP_ADD, AdminActions.TOKENGROUP_DELETE);

    private static final Shape SHOWN = Shape.fields("")
            .with("id", Shape.number("Its number."))
            .with("description", Shape.text("What it is for.").orNull());

    public TokengroupEndpoint(CommandDispatcher commands, QueryDispatcher queries) {
        super(
                commands,
                queries,
                TokengroupTable.TABLE,
                "/tokengroup/",
                "groupname",
                SHOWN,
                DeleteTokengroup::new,
                RIGHTS);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                listing("Lists all token groups.").raises("tokengroup_list"),
                showing("Shows one token group; nothing where it is unknown.").raises("tokengroup_list"),
                saving("Makes a token group, or describes it anew.", Shape.number("Its number."))
                        .raises("tokengroup_add")
                        .takes("description", Shape.text("What it is for.")),
                deleting("Deletes a token group that no token is in.", Shape.number("The number that it had."))
                        .raises("tokengroup_delete")
                        .refuses(10, "There are tokens in it."));
    }

    @Override
    protected Object commandToSave(ApiRequest request) {
        String description = request.parameters().text("description").orElse(null);
        return new SaveTokengroup(named(request), description);
    }
}
