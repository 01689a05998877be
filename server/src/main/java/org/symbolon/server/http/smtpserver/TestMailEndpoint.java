package org.symbolon.server.http.smtpserver;

import java.util.List;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.Route;
import org.symbolon.server.http.Shape;

/** Tries mail servers out. None is talked to yet. */
public class TestMailEndpoint implements Endpoint {

    @Override
    public List<Route> routes() {
        return List.of(Route.admin("POST", "/smtpserver/send_test_email", TestMailEndpoint::test)
                .does("Sends a mail to try a server out.")
                .takes("identifier", Shape.text("Its name.").required())
                .takes("server", Shape.text("Its address.").required())
                .takes("recipient", Shape.text("To whom.").required())
                .refuses(903, "There is no connector yet."));
    }

    private static Reply test(ApiRequest request) {
        List.of("identifier", "server", "recipient").forEach(request.parameters()::required);
        throw ApiException.server("Sending mail needs an SMTP connector, which this version lacks");
    }
}
