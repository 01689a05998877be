package org.symbolon.connectors.web;

/** That of a store of which nothing is known but its definitions. */
final class PlainDialect implements WebDialect {}
