package org.symbolon.api.kernel;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.symbolon.events.shared.Caller;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.query.config.ConfigurationAt;
import org.symbolon.query.sending.QueryDispatcher;

/** The configuration as it is, from memory, or as it was, from the events. */
@Component
public class ConfigurationSource {

    /** The parameter of what can show the past. */
    public static final Shape PARAMETERS =
            Shape.fields("").with("at", Shape.time("Shows what was at this moment; for administrators only."));

    private final Supplier<ConfigurationView> current;
    private final QueryDispatcher queries;

    public ConfigurationSource(Supplier<ConfigurationView> current, QueryDispatcher queries) {
        this.current = current;
        this.queries = queries;
    }

    /** That of now. */
    public ConfigurationView now() {
        return current.get();
    }

    /** That of the moment that a request asks about with {@code at}, if it does. */
    public ConfigurationView wanted(ApiRequest request) {
        return at(moment(request));
    }

    /** That of this time; that of now if there is none. */
    public ConfigurationView at(Optional<Instant> time) {
        return time.map(then -> queries.ask(new ConfigurationAt(then), ConfigurationView.class))
                .orElseGet(current);
    }

    /** The moment that a request asks about. What users may see now says nothing of what they might see then. */
    public static Optional<Instant> moment(ApiRequest request) {
        Optional<Instant> moment = request.parameters().moment("at");
        if (moment.isPresent() && request.caller() instanceof Caller.RealmUser) {
            throw ApiException.policy("Only administrators may look at the past.");
        }
        return moment;
    }
}
