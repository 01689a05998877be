package org.symbolon.command.radiusclient;

import org.symbolon.events.radiusclient.RadiusTransport;
import org.symbolon.events.shared.Secret;

/** Define a RADIUS client, or change the one of that name. What is null keeps its value, or gets the default. */
public record SaveRadiusClient(
        String name,
        String address,
        RadiusTransport transport,
        Secret secret,
        String certificates,
        String certificateName,
        Boolean signatureRequired,
        String realm,
        Boolean callerAddress,
        String description) {}
