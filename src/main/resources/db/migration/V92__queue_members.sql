-- Which people serve which human queues. Whoever serves none sees all of them.
CREATE TABLE queue_member (
    person text NOT NULL,
    queue  text NOT NULL,
    PRIMARY KEY (person, queue)
);
CREATE INDEX queue_member_of ON queue_member (queue);
