package org.symbolon.endtoend.harness;

import java.io.IOException;
import java.nio.file.Path;
import org.symbolon.connectors.radiusclient.SoftCertificates;

/** Lets a server answer RADIUS at ports that are free. */
public final class RadiusPorts {

    /** Who vouches for the server, for all servers of this process. */
    public static final SoftCertificates AUTHORITY = SoftCertificates.authority("radius authority");

    private RadiusPorts() {}

    /** The settings for that, with a key of TLS that lies in the folder. */
    public static String[] any(Path folder) throws IOException {
        SoftCertificates server = AUTHORITY.server("localhost");
        return new String[] {
            "--symbolon.radius.address=127.0.0.1",
            "--symbolon.radius.port=0",
            "--symbolon.radius.tls-port=0",
            "--symbolon.radius.tls-certificate=" + server.pemIn(folder.resolve("radius.pem")),
            "--symbolon.radius.tls-key=" + server.keyIn(folder.resolve("radius.key"))
        };
    }
}
