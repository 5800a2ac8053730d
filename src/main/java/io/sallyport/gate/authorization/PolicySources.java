package io.sallyport.gate.authorization;

import io.sallyport.casefile.ChainHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Policy files and their schema as text, by file name. */
record PolicySources(SortedMap<String, String> policies, String schemaName, String schema) {

    private static final String POLICY = ".cedar";
    private static final String SCHEMA = ".cedarschema";
    private static final int VERSION_DIGITS = 12;

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

    /** Twelve digits of a hash of all files: the same wherever the same policies are in force. */
    String version() {
        Stream<String> texts = policies.entrySet().stream().flatMap(file -> Stream.of(file.getKey(), file.getValue()));
        return ChainHash.of(Stream.concat(Stream.of(schemaName, schema), texts).toArray(String[]::new))
                .substring(0, VERSION_DIGITS);
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
