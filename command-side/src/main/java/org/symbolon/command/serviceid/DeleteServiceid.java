package org.symbolon.command.serviceid;

/** Delete a service id, whether it is in use or not. */
public record DeleteServiceid(String name) {}
