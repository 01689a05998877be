package org.symbolon.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.symbolon.cli.caconnector.CertificateAuthorityTools;

/** Certificate authorities that are only noted. */
final class FakeAuthorities implements CertificateAuthorityTools {
    final List<NewConnector> made = new ArrayList<>();
    final List<String> published = new ArrayList<>();

    @Override
    public List<Connector> list() {
        return List.of(new Connector("mine", "local", Map.of("cakey", "cakey.pem", "WorkingDir", "/ca")));
    }

    @Override
    public Path create(NewConnector connector) {
        made.add(connector);
        return Path.of("/data/ca", connector.name());
    }

    @Override
    public boolean createRevocationList(String name, boolean forced) {
        published.add(name);
        return forced;
    }
}
