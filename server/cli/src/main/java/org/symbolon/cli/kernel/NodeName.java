package org.symbolon.cli.kernel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The host's own name, without the name service where possible: it can be slow, and know another name. */
public final class NodeName {
    private static final Path KERNEL_NAME = Path.of("/proc/sys/kernel/hostname");

    private NodeName() {}

    public static String ofThisHost() {
        try {
            return Files.readString(KERNEL_NAME).strip();
        } catch (IOException e) {
            return fromNameService();
        }
    }

    private static String fromNameService() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
