package org.symbolon.query.sending;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;

/** Asks the query side and waits for the answer. */
public class QueryDispatcher {

    private final QueryGateway gateway;

    public QueryDispatcher(QueryGateway gateway) {
        this.gateway = gateway;
    }

    public <R> R ask(Object query, Class<R> answer) {
        return ask(query, ResponseTypes.instanceOf(answer));
    }

    /** An answer that may be empty. */
    public <R> Optional<R> find(Object query, Class<R> answer) {
        return ask(query, ResponseTypes.optionalInstanceOf(answer));
    }

    public <R> List<R> list(Object query, Class<R> answer) {
        return ask(query, ResponseTypes.multipleInstancesOf(answer));
    }

    private <R> R ask(Object query, ResponseType<R> answer) {
        try {
            return gateway.query(query, answer).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw e;
        }
    }
}
