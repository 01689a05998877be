package org.symbolon.connectors.radiusclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.command.radiusclient.ClientCertificates;
import org.symbolon.command.radiusclient.port.KnownRadiusClient;
import org.symbolon.connectors.Findings;
import org.symbolon.connectors.network.Certificates;
import org.symbolon.events.shared.Secret;

/** What is found out about RADIUS clients. */
class RadiusClientExaminerTest {

    private static List<String> told(boolean byTls, boolean signed, List<X509Certificate> certificates) {
        return Findings.told(new RadiusClientExaminer()
                .examine(new KnownRadiusClient(
                        "vpn", List.of(), byTls, Secret.EMPTY, certificates, "", signed, "", false)));
    }

    @Test
    void oneThatNeedNotSignIsWarnedOf() {
        assertThat(told(false, true, List.of())).containsExactly("OK It may ask by UDP");
        assertThat(told(false, false, List.of()).get(1)).startsWith("WARNING It need not sign what it asks");
    }

    @Test
    void itsCertificatesEnd() throws Exception {
        List<X509Certificate> certificates =
                ClientCertificates.of(Certificates.of("dns:vpn").certificatePem());

        assertThat(told(true, true, certificates)).containsExactly("HOLDS The certificate of CN=test, else FAILED");
    }
}
