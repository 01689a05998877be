package org.symbolon.server;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The root of the Spring context, for the server and for the commands that work on its data. */
@SpringBootApplication
public class SymbolonServer {}
