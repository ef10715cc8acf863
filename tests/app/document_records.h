// An answer from documents for tests, every field set.
#pragma once

#include "agent/documents.h"

namespace hearth::app {

inline agent::DocumentAnswer documentAnswer() {
    agent::Source source;
    source.number = 1;
    source.document = 4;
    source.chunk = 9;
    source.path = "/docs/lease.pdf";
    source.title = "Lease";
    source.headings = {"Rent", "Monthly"};
    source.page = 3;
    source.line = 12;
    source.sheet = "Sheet1";
    source.cell = "B7";
    source.text = "The rent is 800. Grüße.";
    source.markEnd = 16;
    agent::DocumentAnswer out;
    out.folders = {"/docs"};
    out.documentsSearched = 12;
    out.found = 5;
    out.used = 1;
    out.timeIgnored = out.written = true;
    out.statements = {{0, 16, {1}, true}, {17, 20, {}, false}};
    out.sources = {source};
    return out;
}

}  // namespace hearth::app
