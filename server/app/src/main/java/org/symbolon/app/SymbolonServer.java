package org.symbolon.app;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The root of the Spring context, for the server and for the commands that work on its data. */
@SpringBootApplication(
        scanBasePackages = {"org.symbolon.api", "org.symbolon.app", "org.symbolon.store", "org.symbolon.web"})
public class SymbolonServer {}
