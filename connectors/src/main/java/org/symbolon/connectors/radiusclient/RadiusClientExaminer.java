package org.symbolon.connectors.radiusclient;

import java.util.List;
import org.symbolon.command.examination.port.Examiner;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.radiusclient.port.KnownRadiusClient;

/** Looks at what is said of RADIUS clients. They ask us, and nobody can be gone to. */
public final class RadiusClientExaminer implements Examiner<KnownRadiusClient> {

    @Override
    public List<Finding> examine(KnownRadiusClient client) {
        if (client.byTls()) {
            return client.certificates().stream()
                    .map(certificate -> Finding.certificate(
                            "The certificate of "
                                    + certificate.getSubjectX500Principal().getName(),
                            certificate))
                    .toList();
        }
        Finding known = Finding.ok("It may ask by UDP");
        return client.signatureRequired()
                ? List.of(known)
                : List.of(
                        known,
                        Finding.warning("It need not sign what it asks, so that somebody between can let himself in"
                                + " (Blast-RADIUS): update it, and give it require_ma=1"));
    }
}
