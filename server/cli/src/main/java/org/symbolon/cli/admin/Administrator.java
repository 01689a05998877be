package org.symbolon.cli.admin;

/** An administrator as the command line lists it; the e-mail address is empty when there is none. */
public record Administrator(String name, String email) {}
