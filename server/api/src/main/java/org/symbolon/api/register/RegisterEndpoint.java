package org.symbolon.api.register;

import java.util.List;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;

/** Says on log-in pages that nobody can register himself: eduMFA's asks before anybody has logged in. */
@Component
public class RegisterEndpoint implements Endpoint {

    @Override
    public List<Route> routes() {
        return List.of(Route.open("GET", "/register", RegisterEndpoint::isPossible)
                .does("Tells whether people can register themselves, which they cannot.")
                .answers(Shape.flag("False.")));
    }

    private static Reply isPossible(ApiRequest request) {
        request.notes().success(true);
        return Reply.value(false);
    }
}
