package org.symbolon.api.tokenfile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.tokenfile.pgp.PgpKeys;

/** Tells vendors for which keys they can encrypt their files. */
@Component
public class PgpKeyEndpoint implements Endpoint {

    private final PgpKeys keys;

    public PgpKeyEndpoint(PgpKeys keys) {
        this.keys = keys;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.user("GET", "/system/gpgkeys", this::list)
                .needsNoRight("The keys are public.")
                .does("Lists the keys that seed files may be encrypted for.")
                .answers(Shape.object("By its number: `armor`, what a vendor imports, and `fingerprint`.")));
    }

    private Reply list(ApiRequest request) {
        Map<String, Map<String, String>> listed = new LinkedHashMap<>();
        keys.publicHalves()
                .forEach(key -> listed.put(key.id(), Map.of("armor", key.armour(), "fingerprint", key.fingerprint())));
        request.notes().success(true);
        return Reply.value(listed);
    }
}
