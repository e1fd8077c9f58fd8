export { lessonOf, LESSONS, PHONE_NUMBER, practiceCode, type Chosen, type Lesson } from './lessons';
export { enter, type Room } from './room';
