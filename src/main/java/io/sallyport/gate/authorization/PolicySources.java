package io.sallyport.gate.authorization;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Policy files and their schema as text, by file name. */
record PolicySources(SortedMap<String, String> policies, String schemaName, String schema) {

    private static final String POLICY = ".cedar";
    private static final String SCHEMA = ".cedarschema";

    /** @throws PolicyFault when the folder cannot be read, holds no policy, or not exactly one schema */
    static PolicySources of(Path folder) {
        SortedMap<String, String> policies = new TreeMap<>();
        SortedMap<String, String> schemas = new TreeMap<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(POLICY)) {
                    policies.put(name, Files.readString(file));
                } else if (name.endsWith(SCHEMA)) {
                    schemas.put(name, Files.readString(file));
                }
            }
        } catch (IOException unreadable) {
            throw new PolicyFault("the policies in " + folder + " cannot be read: " + unreadable, unreadable);
        }
        return of(folder.toString(), policies, schemas);
    }

    /** The same from the class path, where folders cannot be listed. */
    static PolicySources ofResources(String folder, List<String> names) {
        SortedMap<String, String> policies = new TreeMap<>();
        SortedMap<String, String> schemas = new TreeMap<>();
        for (String name : names) {
            (name.endsWith(SCHEMA) ? schemas : policies).put(name, resource(folder + "/" + name));
        }
        return of(folder, policies, schemas);
    }

    private static PolicySources of(
            String folder, SortedMap<String, String> policies, SortedMap<String, String> schemas) {
        if (policies.isEmpty() || schemas.size() != 1) {
            throw new PolicyFault(folder + " holds " + policies.size() + " files *" + POLICY + " and " + schemas.size()
                    + " files *" + SCHEMA + ": put at least one and exactly one there");
        }
        Map.Entry<String, String> schema = schemas.entrySet().iterator().next();
        return new PolicySources(policies, schema.getKey(), schema.getValue());
    }

    static String resource(String name) {
        try (InputStream stream = PolicySources.class.getClassLoader().getResourceAsStream(name)) {
            if (stream == null) {
                throw new PolicyFault("the class path has no " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new PolicyFault(name + " cannot be read: " + unreadable, unreadable);
        }
    }
}
