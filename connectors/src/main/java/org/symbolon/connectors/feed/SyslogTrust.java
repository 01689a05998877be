package org.symbolon.connectors.feed;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.symbolon.command.feed.port.FeedTarget;
import org.symbolon.connectors.files.StoreFiles;
import org.symbolon.connectors.network.AuthoritiesFile;
import org.symbolon.connectors.network.TrustsAll;

/** Whose certificates hold for a syslog server. */
final class SyslogTrust {

    private SyslogTrust() {}

    /** Those of the authorities in the file that it names, or of Java's; any where certificates are not to be looked at. */
    static SSLContext of(FeedTarget target, StoreFiles files) throws IOException, GeneralSecurityException {
        if (!target.flag("tls", true)) {
            return TrustsAll.context();
        }
        Optional<String> authorities = target.option("authorities");
        if (authorities.isEmpty()) {
            return SSLContext.getDefault();
        }
        Path file = files.named(authorities.get());
        files.requireReadable(file);
        return new AuthoritiesFile(file).context();
    }
}
