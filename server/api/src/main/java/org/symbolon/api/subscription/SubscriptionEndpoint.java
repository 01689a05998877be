package org.symbolon.api.subscription;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.symbolon.api.definition.DefinitionEndpoint;
import org.symbolon.api.definition.DefinitionRights;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.HttpDate;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.subscription.DeleteSubscription;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.projections.subscription.SubscriptionTable;
import org.symbolon.query.definition.DefinitionView;
import org.symbolon.query.sending.QueryDispatcher;

/** Subscriptions, as clients of privacyIDEA know them. They are kept and shown, and change nothing. */
@Component
public class SubscriptionEndpoint extends DefinitionEndpoint {

    private static final DefinitionRights RIGHTS = new DefinitionRights(
            AdminActions.MANAGESUBSCRIPTION, AdminActions.MANAGESUBSCRIPTION, AdminActions.MANAGESUBSCRIPTION);

    private static final String APPLICATION = "application";
    private static final String PATH = "/subscriptions/";
    private static final Shape ONE = Shape.text("For which application.");

    public SubscriptionEndpoint(CommandDispatcher commands, QueryDispatcher queries) {
        super(
                commands,
                queries,
                SubscriptionTable.TABLE,
                PATH,
                APPLICATION,
                Shape.object("What is known of one."),
                DeleteSubscription::new,
                RIGHTS);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                listing("Lists subscriptions."),
                showing("Shows one subscription; nothing where it is unknown."),
                Route.admin("POST", PATH, this::save)
                        .doneOnce()
                        .needs(AdminActions.MANAGESUBSCRIPTION)
                        .does("Keeps a subscription, or what a new file says otherwise.")
                        .takes("file", Shape.file("The subscription.").required())
                        .answers(Shape.number("Its number."))
                        .refuses(101, "The file is none of a subscription."),
                deletingIfPresent("Deletes a subscription.", Shape.number("How many were deleted.")));
    }

    @Override
    protected Shape named() {
        return ONE;
    }

    @Override
    protected Shape listed() {
        return Shape.listOf("The subscriptions.", shown());
    }

    @Override
    protected Object listed(List<DefinitionView> subscriptions) {
        return subscriptions.stream().map(this::json).toList();
    }

    /** What was not said is left out. */
    @Override
    protected Map<String, Object> json(DefinitionView subscription) {
        Map<String, Object> json = new TreeMap<>(subscription.columns());
        json.values().removeIf(value -> value == null);
        json.replaceAll((name, value) -> value instanceof LocalDateTime time ? HttpDate.of(time) : value);
        json.put("id", subscription.number());
        json.put(APPLICATION, subscription.name());
        return json;
    }

    @Override
    protected Object commandToSave(ApiRequest request) {
        return SubscriptionFile.read(request.parameters().requiredUpload("file"));
    }
}
