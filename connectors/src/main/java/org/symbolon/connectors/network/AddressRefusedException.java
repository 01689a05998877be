package org.symbolon.connectors.network;

import java.io.IOException;

/** An address may not be connected to, since it is local to the server; the message goes on behind the name of who was to be asked. */
public final class AddressRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    AddressRefusedException(String address) {
        super("is not asked: it has the address %s, which is local to this server and not allowed by %s"
                .formatted(address, AddressGuard.SETTING));
    }
}
