package org.symbolon.command.caconnector;

import org.symbolon.command.secret.GivenEntries;

/** Define a CA connector, or write the given entries of one that exists. */
public record SaveCaConnector(String name, String type, GivenEntries entries) {}
