package org.symbolon.query.radiusserver;

/** Which RADIUS servers are defined? */
public record ListRadiusServers() {}
